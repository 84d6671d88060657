/* Rockbox has a low shelf, eight peaks and a high shelf, which play the cookbook's filters at the
   rate of its output, mostly 44.1 kHz. Gain and Q stand there in tenths (apps/gui/eq_menu.h:
   EQ_CUTOFF_MIN to EQ_Q_MAX; eq precut goes to 24 dB). */

#include "formats/rockbox.h"

#include "fit/eq_limits.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/played.h"

#include <math.h>

static const TareEqLimits limits = {.rate_hz = 44100.0,
                                    .n_bands = 10,
                                    .n_peaks = 8,
                                    .n_shelves = 1,
                                    .types = TARE_EQ_HAS_SHELVES,
                                    .min_freq_hz = 20.0,
                                    .max_freq_hz = 22000.0,
                                    .min_q = 0.5,
                                    .max_q = 6.4,
                                    .min_gain_db = -24.0,
                                    .max_gain_db = 24.0,
                                    .min_preamp_db = -24.0,
                                    .freq_step_hz = 1.0,
                                    .gain_step_db = 0.1,
                                    .q_step = 0.1};

static void write_filter(FILE* out, const TareBand* band)
{
    fprintf(out, "%ld, %ld, %ld\n", lround(band->freq_hz), lround(10.0 * band->q),
            lround(10.0 * band->gain_db));
}

/** Writes the band of a shelf, or one that does nothing. */
static void write_shelf(FILE* out, const TareRefit* played, TareBandType type)
{
    const bool is_low = type == TARE_BAND_LOW_SHELF;
    TareBand band = {type, is_low ? 100.0 : 10000.0, 0.0, 0.7, TARE_CHANNEL_BOTH};
    for (unsigned i = 0; i < played->n_bands[0]; ++i)
        if (played->bands[0][i].type == type)
            band = played->bands[0][i];
    fprintf(out, "eq %s shelf filter: ", is_low ? "low" : "high");
    write_filter(out, &band);
}

static void write_peaks(FILE* out, const TareRefit* played)
{
    unsigned number = 0;
    for (unsigned i = 0; i < played->n_bands[0]; ++i) {
        if (played->bands[0][i].type != TARE_BAND_PEAK)
            continue;
        fprintf(out, "eq peak filter %u: ", ++number);
        write_filter(out, &played->bands[0][i]);
    }
    for (const TareBand none = {TARE_BAND_PEAK, 1000.0, 0.0, 1.0, TARE_CHANNEL_BOTH};
         number < limits.n_peaks;) {
        fprintf(out, "eq peak filter %u: ", ++number);
        write_filter(out, &none);
    }
}

static bool write_rockbox(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareRefit played;
    if (!tare_played(&played, &limits, output, reporter))
        return false;
    fprintf(output->file, "eq enabled: on\neq precut: %ld\n", lround(-10.0 * played.preamp_db));
    write_shelf(output->file, &played, TARE_BAND_LOW_SHELF);
    write_peaks(output->file, &played);
    write_shelf(output->file, &played, TARE_BAND_HIGH_SHELF);
    return !ferror(output->file);
}

const TareFormat tare_rockbox_format = {.name = "rockbox",
                                        .note = "Rockbox .cfg for 44.1 kHz: 1 Hz, 0.1 dB, Q 0.1",
                                        .limits = &limits,
                                        .write = write_rockbox};
