#include "formats/poweramp_write.h"

#include "corrections/correction.h"
#include "fit/eq_limits.h"
#include "formats/output.h"
#include "formats/played.h"
#include "formats/written.h"

/* The ranges are those of AutoEq's configuration for Poweramp Equalizer (autoeq/constants.py). */
const TareEqLimits tare_poweramp_write_limits = {TARE_EQ_OWN_COUNT,
                                                 TARE_EQ_OWN_PREAMPS,
                                                 .types = TARE_EQ_HAS_PASSES |
                                                          TARE_EQ_HAS(TARE_BAND_BAND_PASS),
                                                 .min_freq_hz = 20.0,
                                                 .max_freq_hz = 20000.0,
                                                 .min_q = TARE_Q_MIN,
                                                 .max_q = 12.0,
                                                 .min_gain_db = -15.0,
                                                 .max_gain_db = 15.0,
                                                 .has_sides = true};

/* The numbers of the types, as the reader has them too. */
static const int types[TARE_N_BAND_TYPES] = {
    [TARE_BAND_LOW_PASS] = 0, [TARE_BAND_HIGH_PASS] = 1, [TARE_BAND_BAND_PASS] = 2,
    [TARE_BAND_PEAK] = 3,     [TARE_BAND_LOW_SHELF] = 4, [TARE_BAND_HIGH_SHELF] = 5};

static void write_band(FILE* out, const TareBand* band, TareChannel channel)
{
    fprintf(out, "            { \"type\": %d, \"channels\": %d, \"frequency\": ", types[band->type],
            (int)channel);
    tare_written_number(out, band->freq_hz);
    fputs(", \"q\": ", out);
    tare_written_number(out, band->q);
    fputs(", \"gain\": ", out);
    tare_written_number(out, band->gain_db);
    fputs(", \"color\": 0 }", out);
}

bool tare_poweramp_write(const TareFormatOutput* output, const TareReporter* reporter)
{
    FILE* const out = output->file;
    TareRefit played;
    if (!tare_played(&played, &tare_poweramp_write_limits, output, reporter))
        return false;
    fputs("[\n    {\n        \"name\": ", out);
    tare_written_name(out, &output->correction->entry);
    fputs(",\n        \"preamp\": ", out);
    tare_written_number(out, played.preamp_db);
    fputs(",\n        \"parametric\": true,\n        \"bands\": [", out);
    const char* before = "\n";
    for (uint32_t list = 0; list < tare_played_n_lists(&played); ++list)
        for (unsigned i = 0; i < played.n_bands[list]; ++i) {
            fputs(before, out);
            write_band(out, &played.bands[list][i], tare_played_channel(&played, list));
            before = ",\n";
        }
    fputs("\n        ]\n    }\n]\n", out);
    return !ferror(out);
}
