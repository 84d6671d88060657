#include "pipewire/chain/cookbook.h"

#include "fit/approach.h"
#include "fit/response.h"
#include "pipewire/chain/single.h"
#include "plan.h"
#include "tare/band_traits.h"
#include "tare/limits.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The sharpest a peak that helps may become, unless the bands themselves have sharper ones. */
#define MAX_HELPER_Q 6.0
enum { POINTS_BETWEEN = 4 };

/* The one Q that a shelf has in every version of PipeWire: the early ones know no other. */
#define SHELF_Q 0.70710678118654752440

/* What is farther off is another correction. */
#define USABLE_DB 1.0

/* How many frequencies are tried to both sides, how far apart, and from which error on. */
enum { NUDGES = 40 };
#define NUDGE 2.5e-5
#define NUDGE_FROM_DB 0.003

/** One channel's work. */
typedef struct {
    TareFitApproach approach;
    double trial_db[TARE_FIT_MAX_POINTS];
} Work;

/* How the gain of one band is shared by two: not in halves, as two that are alike stay alike, and
   do no more than one. */
#define FIRST_SHARE 0.6

/** Adds a band within PipeWire's ranges: one with too much gain in two parts, if there is room. */
static void add_band(TareCookbook* cookbook, uint32_t channel, TareBand band)
{
    unsigned* const n = &cookbook->n_bands[channel];
    const bool is_parted = band.gain_db > TARE_COOKBOOK_MAX_GAIN_DB && *n + 1 < TARE_MAX_BANDS;
    const double shares[] = {is_parted ? FIRST_SHARE : 1.0, 1.0 - FIRST_SHARE};
    const double gain_db = band.gain_db;
    band.q = fmin(band.q, TARE_COOKBOOK_MAX_Q);
    for (unsigned i = 0; i < (is_parted ? 2 : 1) && *n < TARE_MAX_BANDS; ++i) {
        band.gain_db = fmin(gain_db * shares[i], TARE_COOKBOOK_MAX_GAIN_DB);
        cookbook->bands[channel][(*n)++] = band;
    }
}

/** The bands of a channel as they are written, with the share of the gain that is wanted; shelves
   as steep as PipeWire's may be. What is neither peak nor shelf stays out: its share of the
   response is for the others to make. */
static void take_bands(TareCookbook* cookbook, const TareControls* controls, uint32_t channel)
{
    for (uint32_t i = 0; controls->enabled && i < TARE_MAX_BANDS; ++i) {
        TareBand band = controls->set.bands[i];
        if (!tare_band_type_has_gain(band.type) || !tare_band_is_in_channel(&band, channel))
            continue;
        band.gain_db *= controls->strength;
        band.channel = TARE_CHANNEL_BOTH;
        if (band.type != TARE_BAND_PEAK)
            band.q = SHELF_Q;
        if (tare_band_is_active(&band))
            add_band(cookbook, channel, band);
    }
}

/** What the bands of a channel have to do together, and where they begin; a peak sharper than
   theirs would hide between the points. */
static void set_wish(TareFitApproach* approach, const TareCookbook* cookbook, const TarePlan* plan,
                     uint32_t channel)
{
    TareFitProblem* const problem = &approach->problem;
    double max_q = MAX_HELPER_Q;
    approach->n_filters = cookbook->n_bands[channel];
    for (unsigned i = 0; i < approach->n_filters; ++i) {
        approach->filters[i] = tare_fit_filters_of_band(&cookbook->bands[channel][i]);
        max_q = fmax(max_q, cookbook->bands[channel][i].q);
    }
    problem->peak = problem->low_shelf = problem->high_shelf =
        (TareFitLimits){.min_freq_hz = TARE_FREQ_MIN_HZ,
                        .max_freq_hz = 0.49 * approach->grid.rate_hz,
                        .min_q = TARE_Q_MIN / 2.0,
                        .max_q = max_q,
                        .max_gain_db = TARE_COOKBOOK_MAX_GAIN_DB,
                        .min_gain_db = -TARE_GAIN_MAX_DB};
    problem->low_shelf.min_q = problem->low_shelf.max_q = SHELF_Q;
    problem->high_shelf.min_q = problem->high_shelf.max_q = SHELF_Q;
    for (unsigned i = 0; i < approach->grid.n; ++i)
        problem->wished_db[i] =
            tare_cascade_gain_db(&plan->cascade, channel, approach->grid.freq_hz[i]) -
            cookbook->preamp_db;
}

/** How far single precision takes a band from a response. */
static double single_error(Work* work, const TareBand* band, const double* ideal_db)
{
    const TareSingle single = tare_single(band, work->approach.grid.rate_hz);
    for (unsigned i = 0; i < work->approach.grid.n; ++i)
        work->trial_db[i] = tare_single_gain_db(&single, work->approach.grid.freq_hz[i],
                                                work->approach.grid.rate_hz);
    const unsigned at = tare_fit_approach_farthest(&work->approach.grid, work->trial_db, ideal_db);
    return fabs(work->trial_db[at] - ideal_db[at]);
}

/** Looks close by, where a change of the frequency by itself is nothing, for one whose coefficients
    happen to be rounded least harmfully. */
static void nudge(Work* work, TareBand* band)
{
    const TareBand asked = *band;
    const TareFitFilter filter = tare_fit_filters_of_band(band);
    tare_fit_response_db(&work->approach.grid, &filter, 1, work->approach.gain_db);
    double least_db = single_error(work, band, work->approach.gain_db);
    for (int step = -NUDGES; step <= NUDGES && least_db > NUDGE_FROM_DB; ++step) {
        TareBand other = asked;
        other.freq_hz = asked.freq_hz * (1.0 + step * NUDGE);
        const double error_db = single_error(work, &other, work->approach.gain_db);
        if (error_db < least_db) {
            least_db = error_db;
            *band = other;
        }
    }
}

/** How far the rounding of a state of single precision may shift the response of a band: the state
    sums up over 1 / w0^2 samples, each with half a bit of error. */
static double rounding_db(const TareBand* band, double rate_hz)
{
    static const double half_bit = 1.0 / (1 << 24);
    const double w0 = 2.0 * M_PI * band->freq_hz / rate_hz;
    return 20.0 * log10(1.0 + half_bit / (w0 * w0));
}

/** The level of all bands of a channel in single precision. */
static double level_db(const TareCookbook* cookbook, uint32_t channel, const TareSingle* singles,
                       double freq_hz, double rate_hz)
{
    double sum_db = cookbook->preamp_db;
    for (unsigned k = 0; k < cookbook->n_bands[channel]; ++k)
        sum_db += tare_single_gain_db(&singles[k], freq_hz, rate_hz);
    return sum_db;
}

/** What the channel's bands do against what is wanted of them; also between the points of the fit.
 */
static void measure(const Work* work, TareCookbook* cookbook, const TarePlan* plan,
                    uint32_t channel)
{
    const double rate_hz = work->approach.grid.rate_hz;
    TareSingle singles[TARE_MAX_BANDS];
    for (unsigned k = 0; k < cookbook->n_bands[channel]; ++k) {
        const TareBand* const band = &cookbook->bands[channel][k];
        singles[k] = tare_single(band, rate_hz);
        cookbook->rounding_db = fmax(cookbook->rounding_db, rounding_db(band, rate_hz));
    }
    for (unsigned i = 0; i < (work->approach.grid.n - 1) * POINTS_BETWEEN; ++i) {
        const double share = (double)(i % POINTS_BETWEEN) / POINTS_BETWEEN;
        const double* const freqs_hz = &work->approach.grid.freq_hz[i / POINTS_BETWEEN];
        const double freq_hz = freqs_hz[0] + share * (freqs_hz[1] - freqs_hz[0]);
        const double error_db = fabs(level_db(cookbook, channel, singles, freq_hz, rate_hz) -
                                     tare_cascade_gain_db(&plan->cascade, channel, freq_hz));
        if (error_db > cookbook->error_db) {
            cookbook->error_db = error_db;
            cookbook->error_freq_hz = freq_hz;
        }
    }
}

/** Whether a filter is still what its band says, so that the band keeps its numbers to the last
    bit. */
static bool is_as_written(const TareFitFilter* filter, const TareBand* band)
{
    const TareFitFilter written = tare_fit_filters_of_band(band);
    return filter->ln_freq == written.ln_freq && filter->gain_db == written.gain_db &&
           filter->ln_q == written.ln_q;
}

static bool make_channel(Work* work, TareCookbook* cookbook, const TarePlan* plan, uint32_t channel)
{
    set_wish(&work->approach, cookbook, plan, channel);
    if (!tare_fit_approach(&work->approach))
        return false;
    for (unsigned i = 0; i < work->approach.n_filters; ++i) {
        const bool is_same =
            i < cookbook->n_bands[channel] &&
            is_as_written(&work->approach.filters[i], &cookbook->bands[channel][i]);
        if (!is_same)
            cookbook->bands[channel][i] = tare_fit_filters_band(&work->approach.filters[i]);
        nudge(work, &cookbook->bands[channel][i]);
    }
    cookbook->n_bands[channel] = work->approach.n_filters;
    measure(work, cookbook, plan, channel);
    return true;
}

/** Whether left and right differ. */
static bool has_sides(const TareControls* controls)
{
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (controls->set.bands[i].channel != TARE_CHANNEL_BOTH)
            return true;
    return false;
}

/** Gives a channel the bands of the first one. */
static void copy_channel(TareCookbook* cookbook, uint32_t channel)
{
    cookbook->n_bands[channel] = cookbook->n_bands[0];
    memcpy(cookbook->bands[channel], cookbook->bands[0], sizeof cookbook->bands[0]);
}

bool tare_cookbook_has_tone(const TareControls* controls)
{
    return controls->bass_db != 0.0 || controls->treble_db != 0.0 ||
           controls->tilt_db_per_octave != 0.0;
}

void tare_cookbook_drop_tone(TareControls* controls)
{
    controls->bass_db = controls->treble_db = controls->tilt_db_per_octave = 0.0;
}

bool tare_cookbook_is_usable(const TareCookbook* cookbook)
{
    return cookbook->error_db <= USABLE_DB;
}

bool tare_cookbook_make(TareCookbook* cookbook, const TareControls* controls, double rate_hz)
{
    *cookbook = (TareCookbook){0};
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        take_bands(cookbook, controls, channel);
    if (!controls->enabled)
        return true;
    Work* const work = malloc(sizeof *work);
    TarePlan plan;
    bool ok = work && tare_plan_make(&plan, controls, rate_hz, TARE_MAX_CHANNELS);
    if (ok) {
        cookbook->preamp_db = 20.0 * log10(plan.cascade.gain);
        tare_fit_approach_begin(&work->approach, rate_hz);
    }
    if (ok && controls->is_comparing) {
        cookbook->preamp_db = 10.0 * log10(plan.pink_power);
        cookbook->n_bands[0] = cookbook->n_bands[1] = 0;
    }
    for (uint32_t channel = 0; ok && !controls->is_comparing && channel < TARE_MAX_CHANNELS;
         ++channel)
        if (channel > 0 && !has_sides(controls))
            copy_channel(cookbook, channel);
        else
            ok = make_channel(work, cookbook, &plan, channel);
    free(work);
    return ok;
}
