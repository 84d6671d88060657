#include "writers/comment.h"

#include "number.h"
#include "utf8.h"

#include <string.h>

/** Characters of ranges that must not reach a screen or a parser as they are. */
typedef struct {
    uint32_t first, last;
    char instead; ///< NUL: nothing
} Awkward;

static const Awkward awkward[] = {
    {0x00, 0x1F, ' '},      {0x7F, 0x9F, ' '},      {0xAD, 0xAD, '\0'},      {0x61C, 0x61C, '\0'},
    {0x200B, 0x200F, '\0'}, {0x2028, 0x2029, ' '},  {0x202A, 0x202E, '\0'},  {0x2060, 0x206F, '\0'},
    {0xFEFF, 0xFEFF, '\0'}, {0xFFF9, 0xFFFB, '\0'}, {0xE0000, 0xE007F, '\0'}};

static const Awkward* find_awkward(uint32_t character)
{
    for (size_t i = 0; i < sizeof awkward / sizeof *awkward; ++i)
        if (character >= awkward[i].first && character <= awkward[i].last)
            return &awkward[i];
    return NULL;
}

void tare_comment_text(FILE* out, const char* text)
{
    size_t left = strlen(text);
    while (left) {
        uint32_t character = 0;
        const size_t n = tare_utf8_decode(text, left, &character);
        const Awkward* special = n ? find_awkward(character) : NULL;
        if (!n)
            fputc('?', out);
        else if (!special)
            fwrite(text, 1, n, out);
        else if (special->instead)
            fputc(special->instead, out);
        text += n ? n : 1;
        left -= n ? n : 1;
    }
}

static void write_line(FILE* out, const char* label, const char* text)
{
    if (!text)
        return;
    fprintf(out, "# %s: ", label);
    tare_comment_text(out, text);
    fputc('\n', out);
}

static void write_model(FILE* out, const TareCorrection* correction)
{
    fputs("# Model: ", out);
    tare_comment_text(out, correction->brand);
    fputc(' ', out);
    tare_comment_text(out, correction->model);
    if (correction->variant) {
        fputs(" (", out);
        tare_comment_text(out, correction->variant);
        fputc(')', out);
    }
    fputc('\n', out);
}

static void write_rate(FILE* out, double rate_hz)
{
    char text[TARE_NUMBER_SIZE];
    if (rate_hz > 0.0)
        fprintf(out, "# Reference rate: %s Hz\n", tare_number_format(text, sizeof text, rate_hz));
    else
        fputs("# Reference rate: none, the bands mean the analogue shape\n", out);
}

static void write_evidence(FILE* out, const TareEvidence* evidence)
{
    fputs("# Evidence: ", out);
    tare_comment_text(out, evidence->file ? evidence->file : "?");
    if (evidence->line)
        fprintf(out, ":%u", evidence->line);
    if (evidence->section) {
        fputs(", ", out);
        tare_comment_text(out, evidence->section);
    }
    fputc('\n', out);
    write_line(out, "  Words", evidence->text);
    write_line(out, "  Note", evidence->note);
}

void tare_comment_origin(FILE* out, const TareCorrection* correction)
{
    write_model(out, correction);
    write_line(out, "Correction", correction->id);
    write_line(out, "Kind", tare_kind_name(correction->kind));
    write_line(out, "Author", correction->author);
    write_line(out, "Rig", correction->rig);
    write_line(out, "Target", correction->target);
    write_line(out, "Date", correction->date);
    write_line(out, "Source", correction->source);
    write_line(out, "Licence", correction->licence);
    write_rate(out, correction->set.reference_rate_hz);
    for (size_t i = 0; i < correction->n_evidence; ++i)
        write_evidence(out, &correction->evidence[i]);
}
