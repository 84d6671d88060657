#include "formats/written.h"

#include "base/number.h"
#include "base/plain.h"
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
    fputc('"', out);
    for (;;) {
        const size_t n = strcspn(text, "\"\\");
        tare_plain_write_part(out, text, n);
        if (!text[n])
            break;
        fputc('\\', out);
        fputc(text[n], out);
        text += n + 1;
    }
    fputc('"', out);
}

void tare_written_name(FILE* out, const TareEntry* entry)
{
    char name[NAME_BYTES];
    tare_entry_display_name(entry, name, sizeof name);
    tare_written_quoted(out, name);
}
