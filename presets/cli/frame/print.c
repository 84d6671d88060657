#include "cli/frame/print.h"

#include "base/number.h"
#include "cli/frame/terminal.h"
#include "tare/band.h"
#include "tare/band_traits.h"

#include <stdio.h>
#include <string.h>

/** The name of a type with a blank where files have "_". */
static const char* readable_type(TareBandType type, char* name, size_t size)
{
    const char* const file_name = tare_band_type_name(type);
    snprintf(name, size, "%s", file_name ? file_name : "?");
    for (char* c = strchr(name, '_'); c; c = strchr(c, '_'))
        *c = ' ';
    return name;
}

/** A number for people: a computed Q is not worth seventeen digits. */
static const char* readable_number(double value, char* text, size_t size)
{
    char rounded[TARE_NUMBER_SIZE];
    snprintf(rounded, sizeof rounded, "%.6g", value);
    double short_value = value;
    tare_number_parse(rounded, strlen(rounded), &short_value, NULL);
    return tare_number_format(text, size, short_value);
}

void tare_print_bands(const TareBand* bands, uint32_t n_bands)
{
    printf("%s   #  type        frequency        gain          Q  channel%s\n",
           tare_style(stdout, TARE_STYLE_FAINT), tare_style(stdout, TARE_STYLE_PLAIN));
    for (uint32_t i = 0; i < n_bands; ++i) {
        char type[24];
        char freq[TARE_NUMBER_SIZE];
        char gain[TARE_NUMBER_SIZE];
        char q[TARE_NUMBER_SIZE];
        const bool has_gain = tare_band_type_has_gain(bands[i].type);
        const char* const channel = tare_band_channel_name(bands[i].channel);
        printf("  %2u  %-10s  %6s Hz  %7s %s  %9s  %s\n", (unsigned)i + 1,
               readable_type(bands[i].type, type, sizeof type),
               readable_number(bands[i].freq_hz, freq, sizeof freq),
               has_gain ? readable_number(bands[i].gain_db, gain, sizeof gain) : "",
               has_gain ? "dB" : "  ", readable_number(bands[i].q, q, sizeof q),
               channel ? channel : "?");
    }
}

void tare_print_row(const char* label, const char* text)
{
    if (!text)
        return;
    printf("  %s%-12s%s", tare_style(stdout, TARE_STYLE_FAINT), label,
           tare_style(stdout, TARE_STYLE_PLAIN));
    tare_terminal_print(stdout, text);
    putchar('\n');
}
