#include "base/plain.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

/* Controls, separators, and what Unicode calls formats or ignorable (Cc, Zl, Zp, Cf,
   Default_Ignorable_Code_Point) and draws nothing for. Selectors of variants stay: they choose how
   the letter before them looks. */
static const struct {
    uint32_t first, last;
    TarePlain plain;
} awkward[] = {{0x00, 0x1F, TARE_PLAIN_BLANK},      {0x7F, 0x9F, TARE_PLAIN_BLANK},
               {0xAD, 0xAD, TARE_PLAIN_DROP},       {0x34F, 0x34F, TARE_PLAIN_DROP},
               {0x61C, 0x61C, TARE_PLAIN_DROP},     {0x115F, 0x1160, TARE_PLAIN_DROP},
               {0x17B4, 0x17B5, TARE_PLAIN_DROP},   {0x180B, 0x180F, TARE_PLAIN_DROP},
               {0x200B, 0x200F, TARE_PLAIN_DROP},   {0x2028, 0x2029, TARE_PLAIN_BLANK},
               {0x202A, 0x202E, TARE_PLAIN_DROP},   {0x2060, 0x206F, TARE_PLAIN_DROP},
               {0x3164, 0x3164, TARE_PLAIN_DROP},   {0xFEFF, 0xFEFF, TARE_PLAIN_DROP},
               {0xFFA0, 0xFFA0, TARE_PLAIN_DROP},   {0xFFF0, 0xFFFB, TARE_PLAIN_DROP},
               {0xFFFE, 0xFFFF, TARE_PLAIN_DROP},   {0x13430, 0x1343F, TARE_PLAIN_DROP},
               {0x1BCA0, 0x1BCA3, TARE_PLAIN_DROP}, {0x1D173, 0x1D17A, TARE_PLAIN_DROP},
               {0xE0000, 0xE00FF, TARE_PLAIN_DROP}};

TarePlain tare_plain(uint32_t character)
{
    for (size_t i = 0; i < sizeof awkward / sizeof *awkward; ++i)
        if (character >= awkward[i].first && character <= awkward[i].last)
            return awkward[i].plain;
    return TARE_PLAIN_KEEP;
}

TarePlain tare_plain_at(const char* text, size_t length, size_t* n)
{
    const unsigned char first = (unsigned char)text[0];
    uint32_t character = first;
    *n = first < 0x80 ? 1 : tare_utf8_decode(text, length, &character);
    if (*n == 0) {
        *n = 1;
        return TARE_PLAIN_BROKEN;
    }
    return first >= ' ' && first < 0x7F ? TARE_PLAIN_KEEP : tare_plain(character);
}

/** What stands for the character with which a text begins; NULL when that is the character. */
static const char* instead_of(const char* text, size_t length, size_t* n)
{
    static const char* const instead[] = {[TARE_PLAIN_KEEP] = NULL,
                                          [TARE_PLAIN_BLANK] = " ",
                                          [TARE_PLAIN_DROP] = "",
                                          [TARE_PLAIN_BROKEN] = "?"};
    return instead[tare_plain_at(text, length, n)];
}

bool tare_plain_is(const char* text)
{
    size_t n = 0;
    for (size_t left = strlen(text); left; text += n, left -= n)
        if (tare_plain_at(text, left, &n) != TARE_PLAIN_KEEP)
            return false;
    return true;
}

void tare_plain_make(char* text)
{
    if (tare_plain_is(text))
        return;
    char* to = text;
    size_t n = 0;
    for (size_t left = strlen(text); left; text += n, left -= n) {
        const char* const instead = instead_of(text, left, &n);
        const size_t n_written = instead ? strlen(instead) : n;
        memmove(to, instead ? instead : text, n_written);
        to += n_written;
    }
    *to = '\0';
}

void tare_plain_append(TareText* plain, const char* text)
{
    size_t n = 0;
    tare_text_append(plain, "", 0);
    for (size_t left = strlen(text); left; text += n, left -= n) {
        const char* const instead = instead_of(text, left, &n);
        tare_text_append(plain, instead ? instead : text, instead ? strlen(instead) : n);
    }
}

void tare_plain_write_part(FILE* out, const char* text, size_t length)
{
    for (size_t n = 0; length; text += n, length -= n) {
        const char* const instead = instead_of(text, length, &n);
        fwrite(instead ? instead : text, 1, instead ? strlen(instead) : n, out);
    }
}

void tare_plain_write(FILE* out, const char* text)
{
    tare_plain_write_part(out, text, strlen(text));
}

static void append_escape(TareText* plain, uint32_t character)
{
    if (character > 0xFFFF) {
        tare_text_format(plain, "\\u%04x", (unsigned)(0xD7C0 + (character >> 10)));
        character = 0xDC00 + (character & 0x3FF);
    }
    tare_text_format(plain, "\\u%04x", (unsigned)character);
}

void tare_plain_append_json(TareText* plain, const char* json)
{
    const char* begin = json; /* of what is not yet appended */
    size_t n = 0;
    for (size_t left = strlen(json); left; json += n, left -= n) {
        const TarePlain kind = tare_plain_at(json, left, &n);
        uint32_t character = 0;
        if (kind == TARE_PLAIN_KEEP || *json == '\n' || !tare_utf8_decode(json, left, &character))
            continue;
        tare_text_append(plain, begin, (size_t)(json - begin));
        append_escape(plain, character);
        begin = json + n;
    }
    tare_text_append(plain, begin, (size_t)(json - begin));
}
