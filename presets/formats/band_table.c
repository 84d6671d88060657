/* For devices that have no files: what to type in, in the words and the order in which Qudelix's
   program, among others, asks for it. */

#include "formats/band_table.h"

#include "base/number.h"
#include "fit/eq_limits.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/played.h"

static const TareEqLimits limits = {TARE_EQ_OWN_RANGES,  .types = TARE_EQ_HAS_PASSES,
                                    .freq_step_hz = 1.0, .gain_step_db = 0.1,
                                    .q_step = 0.01,      .has_sides = true};

static const char* const types[TARE_N_BAND_TYPES] = {[TARE_BAND_PEAK] = "PEAK",
                                                     [TARE_BAND_LOW_SHELF] = "LSHELF",
                                                     [TARE_BAND_HIGH_SHELF] = "HSHELF",
                                                     [TARE_BAND_LOW_PASS] = "LPF",
                                                     [TARE_BAND_HIGH_PASS] = "HPF"};

static void write_row(FILE* out, unsigned number, const TareBand* band)
{
    char freq[TARE_NUMBER_SIZE], gain[TARE_NUMBER_SIZE], q[TARE_NUMBER_SIZE];
    tare_number_format_fixed(freq, sizeof freq, band->freq_hz, 0);
    tare_number_format_fixed(gain, sizeof gain, band->gain_db, 1);
    tare_number_format_fixed(q, sizeof q, band->q, 2);
    fprintf(out, "%4u  %-6s  %8s  %8s  %5s\n", number, types[band->type], freq, gain, q);
}

static bool write_table(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const char* const titles[] = {
        [TARE_CHANNEL_BOTH] = "", [TARE_CHANNEL_LEFT] = "LEFT\n", [TARE_CHANNEL_RIGHT] = "RIGHT\n"};
    FILE* const out = output->file;
    char preamp[TARE_NUMBER_SIZE];
    TareRefit played;
    if (!tare_played(&played, &limits, output, reporter))
        return false;
    fprintf(out, "PRE GAIN(dB)  %s\n",
            tare_number_format_fixed(preamp, sizeof preamp, played.preamp_db, 1));
    for (uint32_t list = 0; list < tare_played_n_lists(&played); ++list) {
        fprintf(out, "\n%sBAND  TYPE    FREQ(Hz)  GAIN(dB)      Q\n",
                titles[tare_played_channel(&played, list)]);
        for (unsigned i = 0; i < played.n_bands[list]; ++i)
            write_row(out, i + 1, &played.bands[list][i]);
    }
    return !ferror(out);
}

const TareFormat tare_band_table_format = {
    .name = "table",
    .note = "to type into Qudelix and the like: 1 Hz, 0.1 dB, Q 0.01",
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .limits = &limits,
    .write = write_table};
