#include "formats/comment.h"

#include "base/number.h"
#include "base/plain.h"
#include "corrections/aim.h"
#include "corrections/basis.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"

static void write_line(FILE* out, const char* label, const char* text)
{
    if (!text)
        return;
    fprintf(out, "# %s: ", label);
    tare_plain_write(out, text);
    fputc('\n', out);
}

static void write_model(FILE* out, const TareCorrection* correction)
{
    fputs("# Model: ", out);
    tare_plain_write(out, correction->entry.brand);
    fputc(' ', out);
    tare_plain_write(out, correction->entry.model);
    if (correction->entry.variant) {
        fputs(" (", out);
        tare_plain_write(out, correction->entry.variant);
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
    tare_plain_write(out, evidence->file ? evidence->file : "?");
    if (evidence->line)
        fprintf(out, ":%u", evidence->line);
    if (evidence->section) {
        fputs(", ", out);
        tare_plain_write(out, evidence->section);
    }
    fputc('\n', out);
    write_line(out, "  Words", evidence->text);
    write_line(out, "  Note", evidence->note);
}

void tare_comment_origin(FILE* out, const TareCorrection* correction, double rate_hz)
{
    write_model(out, correction);
    write_line(out, "Correction", correction->entry.id);
    write_line(out, "Kind", tare_basis_kind(&correction->entry));
    write_line(out, "Author", correction->entry.author);
    write_line(out, "Rig", correction->entry.rig);
    write_line(out, "Target", tare_aim_title(&correction->entry));
    write_line(out, "Date", correction->entry.date);
    write_line(out, "Source", correction->entry.source);
    write_line(out, "Licence", correction->entry.licence);
    write_rate(out, rate_hz);
    for (size_t i = 0; i < correction->n_evidence; ++i)
        write_evidence(out, &correction->evidence[i]);
}
