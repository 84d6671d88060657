#include "fit/refit.h"

#include "controls.h"
#include "fit/eq_limits.h"
#include "fit/refit_channel.h"
#include "plan.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Parts of a step between two points of the grid, where errors are looked for too. */
enum { POINTS_BETWEEN = 4 };

/* No preamp is as low. */
#define LEAST_GAIN 1e-30

static unsigned take_bands(TareBand* bands, const TareControls* controls, uint32_t channel)
{
    unsigned n = 0;
    for (uint32_t i = 0; controls->enabled && i < TARE_MAX_BANDS; ++i) {
        TareBand band = controls->set.bands[i];
        band.gain_db *= tare_band_type_has_gain(band.type) ? controls->strength : 1.0;
        if (!tare_band_is_in_channel(&band, channel) || !tare_band_is_active(&band))
            continue;
        band.channel = TARE_CHANNEL_BOTH;
        bands[n++] = band;
    }
    return n;
}

static bool has_sides(const TareControls* controls)
{
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (controls->set.bands[i].channel != TARE_CHANNEL_BOTH &&
            tare_band_is_active(&controls->set.bands[i]))
            return true;
    return false;
}

/** Whether the bands can be set as they are. */
static bool can_stay(const TareRefit* refit, const TareControls* controls,
                     const TareEqLimits* limits, uint32_t channel)
{
    bool is_good = controls->set.reference_rate_hz == refit->rate_hz && controls->bass_db == 0.0 &&
                   controls->treble_db == 0.0 && controls->tilt_db_per_octave == 0.0 &&
                   tare_eq_limits_have_room(limits, refit->bands[channel], refit->n_bands[channel]);
    for (unsigned i = 0; i < refit->n_bands[channel]; ++i)
        is_good = is_good && tare_eq_limits_hold(limits, &refit->bands[channel][i]);
    return is_good;
}

/** False when memory is short. */
static bool make_channel(TareRefitWork* work, TareRefit* refit)
{
    const uint32_t channel = work->channel;
    TareRefitChain chain;
    if (!tare_refit_channel(work, refit->bands[channel], refit->n_bands[channel], !refit->has_sides,
                            &chain))
        return false;
    memcpy(refit->bands[channel], chain.bands, sizeof chain.bands);
    refit->n_bands[channel] = chain.n;
    refit->preamp_db = refit->has_sides ? fmin(refit->preamp_db, chain.preamp_db) : chain.preamp_db;
    return true;
}

/** How far off the result is, also between the points of the fit. */
static void measure(const TareRefitWork* work, TareRefit* refit)
{
    const TareFitGrid* const grid = &work->approach.grid;
    const unsigned n = (grid->n - 1) * POINTS_BETWEEN + 1;
    const TareRefitMade made =
        tare_refit_made(refit->bands[work->channel], refit->n_bands[work->channel], refit->rate_hz);
    double sum = 0.0;
    for (unsigned i = 0; i < n; ++i) {
        const double share = (double)(i % POINTS_BETWEEN) / POINTS_BETWEEN;
        const double* const freqs_hz = &grid->freq_hz[i / POINTS_BETWEEN];
        const double freq_hz =
            share > 0.0 ? freqs_hz[0] + share * (freqs_hz[1] - freqs_hz[0]) : freqs_hz[0];
        const double error_db = refit->preamp_db + tare_refit_made_db(&made, freq_hz) -
                                tare_refit_wished_db(work, freq_hz);
        sum += error_db * error_db;
        if (fabs(error_db) > refit->error_db) {
            refit->error_db = fabs(error_db);
            refit->error_freq_hz = freq_hz;
        }
    }
    refit->rms_db = fmax(refit->rms_db, sqrt(sum / n));
}

/** Rounds bands that stay to the steps. Whether that changed one. */
static bool round_bands(TareRefit* refit, const TareEqLimits* limits, uint32_t channel)
{
    bool is_other = false;
    for (unsigned i = 0; i < refit->n_bands[channel]; ++i) {
        TareBand* const band = &refit->bands[channel][i];
        const TareBand near = tare_eq_limits_nearest(limits, band);
        is_other = is_other || near.freq_hz != band->freq_hz || near.q != band->q ||
                   near.gain_db != band->gain_db;
        *band = near;
    }
    return is_other;
}

/** Makes the bands of both channels. `is_exact` says whether they do what the correction does. */
static bool make_channels(TareRefitWork* work, TareRefit* refit, const TareControls* controls,
                          bool* is_exact)
{
    bool is_good = true;
    refit->is_moved =
        !can_stay(refit, controls, work->limits, 0) || !can_stay(refit, controls, work->limits, 1);
    *is_exact = !refit->is_moved && refit->preamp_db == work->preamp_db;
    for (uint32_t channel = 0; is_good && channel < TARE_MAX_CHANNELS; ++channel) {
        work->channel = channel;
        if (!refit->is_moved) {
            *is_exact = !round_bands(refit, work->limits, channel) && *is_exact;
        } else if (channel > 0 && !refit->has_sides) {
            refit->n_bands[channel] = refit->n_bands[0];
            memcpy(refit->bands[channel], refit->bands[0], sizeof refit->bands[0]);
        } else {
            is_good = make_channel(work, refit);
        }
    }
    return is_good;
}

static bool make(TareRefitWork* work, TareRefit* refit, const TareControls* controls)
{
    const uint32_t n_measured = refit->has_sides ? TARE_MAX_CHANNELS : 1;
    bool is_exact = false;
    work->played_preamp_db = 20.0 * log10(fmax(work->plan->cascade.gain, LEAST_GAIN));
    work->preamp_db = controls->set.preamp_db;
    refit->preamp_db = tare_eq_limits_preamp_db(work->limits, work->preamp_db);
    tare_fit_approach_begin(&work->approach, work->rate_hz);
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        refit->n_bands[channel] = take_bands(refit->bands[channel], controls, channel);
    if (!make_channels(work, refit, controls, &is_exact))
        return false;
    for (work->channel = 0; !is_exact && work->channel < n_measured; ++work->channel)
        measure(work, refit);
    return true;
}

bool tare_refit(TareRefit* refit, const TareControls* controls, double rate_hz,
                const TareEqLimits* limits)
{
    *refit = (TareRefit){.rate_hz = rate_hz, .has_sides = has_sides(controls)};
    TareRefitWork* const work = malloc(sizeof *work);
    TarePlan plan;
    bool is_good = work && tare_plan_make(&plan, controls, rate_hz, TARE_MAX_CHANNELS);
    if (is_good) {
        *work = (TareRefitWork){.limits = limits, .plan = &plan, .rate_hz = rate_hz};
        is_good = make(work, refit, controls);
    }
    free(work);
    return is_good;
}
