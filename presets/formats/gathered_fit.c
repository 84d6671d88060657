#include "formats/gathered.h"

#include "band_set.h"
#include "base/number.h"
#include "corrections/range.h"
#include "fit/figures.h"
#include "fit/fit.h"
#include "formats/gathered_move.h"
#include "formats/second_order.h"
#include "tare/band_traits.h"

#include <math.h>
#include <string.h>

enum {
    N_POINTS = 481, ///< of the response of a filter: 48 an octave
    FEW_FILTERS = 5 ///< for a curve: with less room everything is fitted anew
};

/* Nor need curves go on where nothing is heard. */
static const double lowest_db = -60.0;

/** Adds a curve to the sum; false when memory is short. */
static bool add(TareCurve* sum, const TareCurve* curve)
{
    const TareCurve flat = {&(TareCurvePoint){1000.0, 0.0}, 1};
    TareCurve turned = {0}, grown = {0};
    const bool is_good = tare_curve_difference(&turned, &flat, curve) &&
                         tare_curve_difference(&grown, sum->n ? sum : &flat, &turned);
    tare_curve_clear(&turned);
    if (is_good) {
        tare_curve_clear(sum);
        *sum = grown;
    }
    return is_good;
}

void tare_gathered_curve(TareGathered* gathered, unsigned line, TareChannel channel,
                         const TareCurve* curve)
{
    for (int side = 0; side < TARE_MAX_CHANNELS && !gathered->is_short_of_memory; ++side)
        if (channel == TARE_CHANNEL_BOTH || (channel == TARE_CHANNEL_LEFT) == (side == 0))
            gathered->is_short_of_memory = !add(&gathered->curves[side], curve);
    gathered->curve_line = gathered->curve_line ? gathered->curve_line : line;
}

static bool has_curve(const TareGathered* gathered)
{
    return gathered->curves[0].n || gathered->curves[1].n;
}

/* Filters into curves */

double tare_gathered_sound_db(TareGatheredSound sound, double freq_hz)
{
    const double heard_hz = fmin(freq_hz, 0.49 * sound.rate_hz);
    return fmax(tare_second_order_level_db(sound.filter, heard_hz, sound.rate_hz), lowest_db);
}

static double point_hz(int i)
{
    return 20.0 * pow(1000.0, i / (N_POINTS - 1.0));
}

void tare_gathered_sound(TareGathered* gathered, unsigned line, TareChannel channel,
                         TareGatheredSound sound, TareGatheredSound less)
{
    TareCurve curve = {0};
    for (int i = 0; i < N_POINTS && !gathered->is_short_of_memory; ++i) {
        double level_db = tare_gathered_sound_db(sound, point_hz(i));
        if (less.rate_hz > 0.0)
            level_db -= tare_gathered_sound_db(less, point_hz(i));
        gathered->is_short_of_memory = !tare_curve_append(&curve, point_hz(i), level_db);
    }
    if (!gathered->is_short_of_memory)
        tare_gathered_curve(gathered, line, channel, &curve);
    tare_curve_clear(&curve);
}

/** All that has a gain, to be fitted anew. */
static void merge(TareGathered* gathered, double rate_hz)
{
    size_t n = 0;
    tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                "there are %zu filters%s, which are fitted together; expected at most %d",
                gathered->n_bands, has_curve(gathered) ? " beside a curve" : "", TARE_MAX_BANDS);
    for (size_t i = 0; i < gathered->n_bands; ++i) {
        const TareGatheredBand* const found = &gathered->bands[i];
        const TareSecondOrder filter = tare_second_order_of_band(&found->band, rate_hz);
        if (tare_band_type_has_gain(found->band.type))
            tare_gathered_sound(gathered, found->line, found->band.channel,
                                (TareGatheredSound){&filter, rate_hz},
                                (TareGatheredSound){NULL, 0.0});
        else
            gathered->bands[n++] = *found;
    }
    gathered->n_bands = n;
}

/* Curves into filters */

static bool is_same(const TareCurve* a, const TareCurve* b)
{
    bool is_same = a->n == b->n;
    for (size_t i = 0; is_same && i < a->n; ++i)
        is_same = a->points[i].freq_hz == b->points[i].freq_hz &&
                  a->points[i].level_db == b->points[i].level_db;
    return is_same;
}

/** For how many curves there is to be room. */
static unsigned n_curves(const TareGathered* gathered)
{
    if (is_same(&gathered->curves[0], &gathered->curves[1]))
        return gathered->curves[0].n > 0;
    return (unsigned)(gathered->curves[0].n > 0) + (unsigned)(gathered->curves[1].n > 0);
}

/** Whether the sides will need a band for the level between them. */
static bool have_levels(const TareGathered* gathered)
{
    return gathered->preamp_db[0] != gathered->preamp_db[1] ||
           !is_same(&gathered->curves[0], &gathered->curves[1]);
}

size_t tare_gathered_n_active(const TareGathered* gathered)
{
    size_t n = 0;
    for (size_t i = 0; i < gathered->n_bands; ++i)
        n += tare_band_is_active(&gathered->bands[i].band);
    return n;
}

/** How many bands there may be beside the curves. */
static unsigned max_bands(const TareGathered* gathered)
{
    const unsigned n_others = have_levels(gathered) + n_curves(gathered) * FEW_FILTERS;
    return TARE_MAX_BANDS - n_others;
}

/** One decimal more than anybody hears. */
static const char* text_of(char* text, double value)
{
    return tare_number_format(text, TARE_NUMBER_SIZE, round(value * 100.0) / 100.0);
}

static void tell(const TareGathered* gathered, const TareBandSet* set,
                 const TareFitFigures* figures)
{
    char rms[TARE_NUMBER_SIZE], top[TARE_NUMBER_SIZE], largest[TARE_NUMBER_SIZE];
    tare_report(gathered->reporter, TARE_NOTE, gathered->file, gathered->curve_line, 0,
                "the curve becomes %u filters: rms %s dB off it to 10 kHz, %s dB above, at most %s "
                "dB at %.0f Hz; expected filters to be exact",
                (unsigned)set->n_bands, text_of(rms, figures->rms_db),
                text_of(top, figures->top_rms_db), text_of(largest, fabs(figures->largest_db)),
                figures->largest_freq_hz);
}

/** Fits so many bands to a curve, for a channel. */
static void fit(TareGathered* gathered, const TareCurve* curve, TareFitter* fitter, unsigned n,
                TareChannel channel)
{
    TareBandSet set = {0};
    if (!tare_fit(fitter, curve, n, &set)) {
        gathered->is_short_of_memory = true;
        return;
    }
    const TareFitFigures figures = tare_fit_figures(curve, &set);
    tell(gathered, &set, &figures);
    tare_gathered_preamp(gathered, channel, round(figures.level_db * 100.0) / 100.0);
    for (uint32_t i = 0; i < set.n_bands; ++i) {
        set.bands[i].channel = channel;
        tare_gathered_band(gathered, gathered->curve_line, &set.bands[i]);
    }
}

static void fit_curves(TareGathered* gathered, double rate_hz)
{
    const unsigned n_all = n_curves(gathered);
    const size_t n_used = tare_gathered_n_active(gathered) + have_levels(gathered);
    const bool is_one = is_same(&gathered->curves[0], &gathered->curves[1]);
    if (n_used + n_all > TARE_MAX_BANDS) {
        tare_gathered_unused(gathered, TARE_WARNING, gathered->curve_line,
                             "there is no room for filters of the curve; expected fewer beside it");
        return;
    }
    const unsigned n = (TARE_MAX_BANDS - (unsigned)n_used) / n_all;
    TareFitOptions options = tare_fit_default_options();
    options.rate_hz = rate_hz;
    TareFitter* const fitter = tare_fitter_new(&options);
    gathered->is_short_of_memory = !fitter;
    for (int side = 0; side < (is_one ? 1 : TARE_MAX_CHANNELS); ++side)
        if (gathered->curves[side].n && !gathered->is_short_of_memory)
            fit(gathered, &gathered->curves[side], fitter, n,
                is_one      ? TARE_CHANNEL_BOTH
                : side == 0 ? TARE_CHANNEL_LEFT
                            : TARE_CHANNEL_RIGHT);
    tare_fitter_free(fitter);
}

double tare_gathered_own_rate_hz(double rate_hz)
{
    if (rate_hz == 0.0)
        return 0.0;
    return fmod(rate_hz, 44100.0) == 0.0 ? 44100.0 : 48000.0;
}

/** Whether a band lies beyond the frequencies of a correction. */
static bool is_any_beyond(const TareGathered* gathered)
{
    for (size_t i = 0; i < gathered->n_bands; ++i)
        if (!tare_range_holds(&tare_freq_range, gathered->bands[i].band.freq_hz))
            return true;
    return false;
}

/** One at which bands without a rate can be compared. */
static double usual_rate_hz(double rate_hz)
{
    return rate_hz > 0.0 ? rate_hz : 48000.0;
}

void tare_gathered_fit(TareGathered* gathered, double rate_hz)
{
    if (gathered->rate_hz > 0.0 && gathered->rate_hz != rate_hz)
        tare_gathered_move(gathered, gathered->rate_hz, rate_hz, max_bands(gathered));
    else if (is_any_beyond(gathered))
        tare_gathered_move(gathered, usual_rate_hz(rate_hz), usual_rate_hz(rate_hz),
                           max_bands(gathered));
    gathered->rate_hz = rate_hz;
    if (tare_gathered_n_active(gathered) > max_bands(gathered))
        merge(gathered, rate_hz);
    if (has_curve(gathered) && !gathered->is_short_of_memory)
        fit_curves(gathered, rate_hz);
    tare_gathered_tell(gathered);
}
