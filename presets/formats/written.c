#include "formats/written.h"

#include "base/number.h"
#include "base/utf8.h"
#include "corrections/entry.h"

#include <string.h>

enum { NAME_BYTES = 512 };

void tare_written_number(FILE* out, double value)
{
    char text[TARE_NUMBER_SIZE];
    fputs(tare_number_format(text, sizeof text, value), out);
}

void tare_written_quoted(FILE* out, const char* text)
{
    size_t left = strlen(text);
    fputc('"', out);
    while (left) {
        uint32_t character = 0;
        const size_t n = tare_utf8_decode(text, left, &character);
        if (!n)
            fputc('?', out);
        else if (character == '"' || character == '\\')
            fprintf(out, "\\%c", (int)character);
        else if (tare_utf8_is_control(text))
            fprintf(out, "\\u%04x", (unsigned)character);
        else
            fwrite(text, 1, n, out);
        text += n ? n : 1;
        left -= n ? n : 1;
    }
    fputc('"', out);
}

void tare_written_name(FILE* out, const TareEntry* entry)
{
    char name[NAME_BYTES];
    tare_entry_display_name(entry, name, sizeof name);
    tare_written_quoted(out, name);
}
