#include "formats/graphic_eq_write.h"

#include "base/number.h"
#include "cascade.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/played.h"

#include <math.h>

/* The 127 points of AutoEq's files (autoeq/constants.py: DEFAULT_GRAPHIC_EQ_STEP). Programs such as
   Wavelet expect these. */
#define FIRST_HZ 20.0
#define STEP 1.0563
#define LAST_HZ 20000.0

/* At which the level is asked: high enough for all points. */
#define RATE_HZ 48000.0

static void write_points(FILE* out, const TareCascade* cascade)
{
    char text[TARE_NUMBER_SIZE];
    const char* between = "";
    double last_hz = 0.0;
    for (double exact_hz = FIRST_HZ; exact_hz <= LAST_HZ; exact_hz *= STEP) {
        const double freq_hz = floor(exact_hz);
        if (freq_hz == last_hz)
            continue;
        const double level_db = tare_cascade_gain_db(cascade, 0, freq_hz);
        fprintf(out, "%s%.0f %s", between, freq_hz,
                tare_number_format_fixed(text, sizeof text, level_db, 1));
        between = "; ";
        last_hz = freq_hz;
    }
}

static bool write_curve(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareCascade cascade;
    if (!tare_played_cascade(&cascade, output, RATE_HZ, reporter))
        return false;
    fputs("GraphicEQ: ", output->file);
    write_points(output->file, &cascade);
    fputc('\n', output->file);
    return !ferror(output->file);
}

const TareFormat tare_graphic_eq_format = {
    .name = "graphiceq",
    .note =
        "127 points as AutoEq has them, for JamesDSP, and Wavelet, whose sliders have no published "
        "response: 0.1 dB",
    .write = write_curve};
