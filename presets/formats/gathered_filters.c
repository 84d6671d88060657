#include "formats/gathered.h"

#include "base/list.h"
#include "base/number.h"
#include "corrections/range.h"
#include "formats/second_order.h"
#include "tare/band_traits.h"

#include <math.h>

/* A gain beyond any sense. */
static const double senseless_db = 150.0;

/* What bands may be off a filter without a word. */
static const double least_off_db = 0.005;

/** A number as text, the shortest that says it. */
#define TEXT_OF(value) tare_number_format((char[TARE_NUMBER_SIZE]){0}, TARE_NUMBER_SIZE, (value))

static double rate_of(const TareGathered* gathered)
{
    return gathered->rate_hz > 0.0 ? gathered->rate_hz : 48000.0;
}

static void report_range(const TareGathered* gathered, unsigned line, TareSeverity severity,
                         const TareRange* range, double value, const char* what)
{
    tare_report(gathered->reporter, severity, gathered->file, line, 0,
                "%s %s is beyond what a correction holds, %s; expected %s to %s", range->name,
                TEXT_OF(value), what, TEXT_OF(range->min), TEXT_OF(range->max));
}

/** Brings a value into its range. */
static void bring_in(const TareGathered* gathered, unsigned line, const TareRange* range,
                     double* value)
{
    if (tare_range_holds(range, *value))
        return;
    report_range(gathered, line, TARE_WARNING, range, *value, "the nearest is taken");
    *value = *value < range->min ? range->min : range->max;
}

static void append(TareGathered* gathered, unsigned line, const TareBand* band)
{
    TareGatheredBand* const grown =
        tare_list_grow(gathered->bands, gathered->n_bands, sizeof *grown);
    if (!grown) {
        gathered->is_short_of_memory = true;
        return;
    }
    grown[gathered->n_bands++] = (TareGatheredBand){*band, gathered->file, line};
    gathered->bands = grown;
}

static void append_all(TareGathered* gathered, unsigned line, TareChannel channel,
                       const TareSecondOrderBands* found)
{
    for (unsigned i = 0; i < found->n; ++i) {
        TareBand band = found->bands[i];
        band.channel = channel;
        append(gathered, line, &band);
    }
    if (fabs(found->level_db) > 1e-4)
        tare_gathered_preamp(gathered, channel, found->level_db);
}

/** Takes a band whose numbers are beyond their ranges as those that are the same filter. */
static bool append_same(TareGathered* gathered, unsigned line, const TareBand* band)
{
    TareSecondOrderBands found = {.n = 0};
    const char* why = NULL;
    const double rate_hz = rate_of(gathered);
    if (band->freq_hz >= 0.5 * rate_hz)
        return false;
    const TareSecondOrder filter = tare_second_order_of_band(band, rate_hz);
    if (!tare_second_order_bands(&found, &filter, rate_hz, &why) || found.off_db > least_off_db)
        return false;
    append_all(gathered, line, band->channel, &found);
    tare_report(gathered->reporter, TARE_NOTE, gathered->file, line, 0,
                "filter becomes %u that together are the same; expected a Q of %s to %s and a gain "
                "of %s to %s dB",
                found.n, TEXT_OF(tare_q_range.min), TEXT_OF(tare_q_range.max),
                TEXT_OF(tare_gain_range.min), TEXT_OF(tare_gain_range.max));
    return true;
}

void tare_gathered_band(TareGathered* gathered, unsigned line, const TareBand* band)
{
    TareBand taken = *band;
    if (!tare_band_type_has_gain(band->type))
        taken.gain_db = 0.0;
    if (!isfinite(band->freq_hz) || !isfinite(taken.gain_db) || !(band->q > 0.0) ||
        !isfinite(band->q)) {
        tare_report(gathered->reporter, TARE_WARNING, gathered->file, line, 0,
                    "filter cannot be made, it is left out; expected a Q above 0 and a slope of at "
                    "most 12 dB");
        return;
    }
    if (!(band->freq_hz > 0.0) || band->freq_hz >= 0.5 * rate_of(gathered)) {
        report_range(gathered, line, TARE_WARNING, &tare_freq_range, band->freq_hz,
                     "the filter is left out");
        return;
    }
    if (fabs(taken.gain_db) > senseless_db) {
        report_range(gathered, line, TARE_WARNING, &tare_gain_range, taken.gain_db,
                     "the filter is left out");
        return;
    }
    if (!tare_range_holds(&tare_freq_range, band->freq_hz)) {
        report_range(gathered, line, TARE_NOTE, &tare_freq_range, band->freq_hz,
                     "what is heard of it is done by others");
        append(gathered, line, &taken);
        return;
    }
    const bool is_held = tare_range_holds(&tare_gain_range, taken.gain_db) &&
                         tare_range_holds(&tare_q_range, taken.q);
    if (!is_held && append_same(gathered, line, &taken))
        return;
    bring_in(gathered, line, &tare_gain_range, &taken.gain_db);
    bring_in(gathered, line, &tare_q_range, &taken.q);
    append(gathered, line, &taken);
}

bool tare_gathered_filter(TareGathered* gathered, unsigned line, TareChannel channel,
                          const TareSecondOrder* filter)
{
    TareSecondOrderBands found = {.n = 0};
    const char* why = NULL;
    const bool is_found = tare_second_order_bands(&found, filter, rate_of(gathered), &why);
    if (!is_found && !found.is_beyond) {
        tare_report(gathered->reporter, TARE_WARNING, gathered->file, line, 0,
                    "filter is not used: %s", why);
        return false;
    }
    if (found.is_of_other_phase)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, line, 0,
                    "filter is taken by its level, its phase is another; expected zeros that come "
                    "to rest");
    if (!is_found)
        tare_gathered_sound(gathered, line, channel, (TareGatheredSound){filter, rate_of(gathered)},
                            (TareGatheredSound){NULL, 0.0});
    else
        append_all(gathered, line, channel, &found);
    if (is_found && found.off_db > least_off_db)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, line, 0,
                    "filter becomes %u that are at most %.2f dB off it, 20 Hz to 20 kHz; expected "
                    "one of second order",
                    found.n, found.off_db);
    return true;
}
