#include "fit/refit_channel.h"

#include "band_set.h"
#include "curves/curve.h"
#include "fit/eq_limits.h"
#include "fit/fit.h"
#include "plan.h"
#include "tare/band_traits.h"

#include <math.h>
#include <string.h>

/* From this rms on, moving the bands is not enough: other bands are tried. */
#define GOOD_RMS_DB 0.05

/* So much above what the correction does is nothing that clips. */
#define LOUDER_DB 0.01

/* Keeps large gains that only undo each other away from bands that are fitted anew. */
#define GAIN_PENALTY 0.01
#define FREE_LEVEL_PENALTY 0.05

/* A notch goes down to nothing, which has no logarithm. */
#define LEAST_POWER 1e-14

/* What is wished, and what has been reached */

TareRefitMade tare_refit_made(const TareBand* bands, unsigned n, double rate_hz)
{
    TareRefitMade made = {.rate_hz = rate_hz, .n = n};
    for (unsigned i = 0; i < n; ++i)
        made.sections[i] = tare_biquad_design(&bands[i], 1.0, rate_hz);
    return made;
}

double tare_refit_made_db(const TareRefitMade* made, double freq_hz)
{
    const TareDelta delta = tare_biquad_delta_at(freq_hz, made->rate_hz);
    double power = 1.0;
    for (unsigned i = 0; i < made->n; ++i)
        power *= fmax(tare_biquad_power_at(&made->sections[i], &delta), LEAST_POWER);
    return 10.0 * log10(power);
}

double tare_refit_wished_db(const TareRefitWork* work, double freq_hz)
{
    return tare_cascade_gain_db(&work->plan->cascade, work->channel, freq_hz) -
           work->played_preamp_db + work->preamp_db;
}

static void begin(TareRefitWork* work)
{
    TareFitApproach* const approach = &work->approach;
    tare_fit_approach_begin(approach, work->rate_hz);
    approach->problem.peak = tare_fit_approach_limits(work->limits, work->rate_hz, false);
    approach->problem.low_shelf = approach->problem.high_shelf =
        tare_fit_approach_limits(work->limits, work->rate_hz, true);
    const TareRefitMade fixed = tare_refit_made(work->fixed, work->n_fixed, work->rate_hz);
    for (unsigned i = 0; i < approach->grid.n; ++i) {
        const double freq_hz = approach->grid.freq_hz[i];
        approach->problem.wished_db[i] = tare_refit_wished_db(work, freq_hz) - work->preamp_db -
                                         tare_refit_made_db(&fixed, freq_hz);
    }
}

/** What a chain does more than the correction where that is highest. */
static double louder_db(const TareRefitWork* work, const TareRefitChain* chain)
{
    const TareRefitMade made = tare_refit_made(chain->bands, chain->n, work->rate_hz);
    double most_db = -1e9, found_db = -1e9;
    for (unsigned i = 0; i < work->approach.grid.n; ++i) {
        const double freq_hz = work->approach.grid.freq_hz[i];
        most_db = fmax(most_db, tare_refit_wished_db(work, freq_hz));
        found_db = fmax(found_db, chain->preamp_db + tare_refit_made_db(&made, freq_hz));
    }
    return found_db - fmax(most_db, 0.0);
}

static double rms_db(const TareRefitWork* work, const TareRefitChain* chain)
{
    const TareRefitMade made = tare_refit_made(chain->bands, chain->n, work->rate_hz);
    double sum = 0.0;
    for (unsigned i = 0; i < work->approach.grid.n; ++i) {
        const double freq_hz = work->approach.grid.freq_hz[i];
        const double error_db = chain->preamp_db + tare_refit_made_db(&made, freq_hz) -
                                tare_refit_wished_db(work, freq_hz);
        sum += error_db * error_db;
    }
    return sqrt(sum / work->approach.grid.n);
}

/* Steps */

/** Rounds one parameter of all filters to its steps. */
static void round_parameter(TareRefitWork* work, unsigned parameter)
{
    for (unsigned i = 0; i < work->approach.n_filters; ++i) {
        TareFitFilter* const filter = &work->approach.filters[i];
        const TareBand band = tare_fit_filters_band(filter);
        const TareBand near = tare_eq_limits_nearest(work->limits, &band);
        const TareFitFilter rounded = tare_fit_filters_of_band(&near);
        if (parameter == 0)
            filter->ln_freq = rounded.ln_freq;
        else if (parameter == 1)
            filter->gain_db = rounded.gain_db;
        else
            filter->ln_q = rounded.ln_q;
    }
}

/** Rounds all values, one kind after the other, and lets the others make up for it. */
static bool round_filters(TareRefitWork* work)
{
    static const struct {
        double step_of; ///< only to tell the rows apart
        unsigned parameter;
        TareFitFreedom freedom; ///< of what comes after
    } rounds[] = {{0.0, 0, {{false, true, true}}}, {0.0, 2, {{false, true, false}}}};
    static const TareFitPatience patience = {30, 1e-6, TARE_FIT_POLISH_FROM_NEAR};
    TareFitWork* const memory = tare_fit_polish_work_new();
    for (unsigned i = 0; memory && i < sizeof rounds / sizeof *rounds; ++i) {
        round_parameter(work, rounds[i].parameter);
        if (work->approach.n_filters > 0)
            tare_fit_polish(memory, &work->approach.problem, work->approach.filters,
                            work->approach.n_filters, rounds[i].freedom, patience);
    }
    round_parameter(work, 1);
    tare_fit_polish_work_free(memory);
    return memory != NULL;
}

/** The filters as bands, those that do nothing left out, with the fixed ones, and a preamp that is
    not too loud with them. */
static void finish_chain(TareRefitWork* work, TareRefitChain* chain, double level_db)
{
    *chain = (TareRefitChain){.preamp_db = work->preamp_db + level_db};
    for (unsigned i = 0; i < work->approach.n_filters; ++i) {
        TareBand band = tare_fit_filters_band(&work->approach.filters[i]);
        band = tare_eq_limits_nearest(work->limits, &band);
        if (tare_band_is_active(&band))
            chain->bands[chain->n++] = band;
    }
    memcpy(chain->bands + chain->n, work->fixed, work->n_fixed * sizeof *work->fixed);
    chain->n += work->n_fixed;
    const double more_db = louder_db(work, chain);
    if (more_db > LOUDER_DB)
        chain->preamp_db -= more_db;
    chain->preamp_db = tare_eq_limits_preamp_db(work->limits, chain->preamp_db);
    chain->rms_db = rms_db(work, chain);
}

/* The two ways */

/** From where the bands are. False when memory is short. */
static bool move(TareRefitWork* work, const TareBand* bands, unsigned n, TareRefitChain* chain)
{
    begin(work);
    work->approach.max_filters = work->limits->n_bands - work->n_fixed;
    if (work->limits->n_peaks)
        work->approach.max_filters = n;
    for (unsigned i = 0; i < n; ++i) {
        const TareBand near = tare_eq_limits_nearest(work->limits, &bands[i]);
        work->approach.filters[i] = tare_fit_filters_of_band(&near);
    }
    work->approach.n_filters = n;
    if (!tare_fit_approach(&work->approach) || !round_filters(work))
        return false;
    finish_chain(work, chain, 0.0);
    return true;
}

/** The wish as a curve; false when memory is short. */
static bool make_curve(const TareFitApproach* approach, TareCurve* curve)
{
    bool is_good = true;
    for (unsigned i = 0; is_good && i < approach->grid.n; ++i)
        is_good =
            tare_curve_append(curve, approach->grid.freq_hz[i], approach->problem.wished_db[i]);
    (void)tare_curve_arrange(curve);
    return is_good;
}

/** The mean of what the wish has above the filters. */
static double level_above(TareFitApproach* approach)
{
    unsigned at = 0;
    double sum_db = 0.0;
    (void)tare_fit_approach_error(approach, &at);
    for (unsigned i = 0; i < approach->grid.n; ++i)
        sum_db += approach->problem.wished_db[i] - approach->gain_db[i];
    return sum_db / approach->grid.n;
}

/** Fits as many bands as there is room for. */
static bool fit_bands(const TareRefitWork* work, TareFitter* fitter, const TareCurve* curve,
                      TareBandSet* set)
{
    for (unsigned n = work->limits->n_bands - work->n_fixed; n > 0; --n) {
        if (!tare_fit(fitter, curve, n, set))
            return false;
        if (tare_eq_limits_have_room(work->limits, set->bands, set->n_bands))
            break;
    }
    return true;
}

/** Leaves the level to the preamp. */
static void free_level(TareFitApproach* approach)
{
    approach->problem.level_penalty = FREE_LEVEL_PENALTY;
    for (unsigned i = 0; i < approach->grid.n; ++i)
        approach->problem.level_share[i] = 1.0 / approach->grid.n;
}

/** Bands of its own for what is wished. The level is for the preamp, unless sides differ. */
static bool fit_anew(TareRefitWork* work, bool is_level_free, TareRefitChain* chain)
{
    TareFitOptions options = tare_fit_default_options();
    TareCurve curve = {0};
    TareBandSet set = {0};
    begin(work);
    options.rate_hz = work->rate_hz == 44100.0 ? work->rate_hz : 48000.0;
    options.peak = work->approach.problem.peak;
    options.low_shelf = options.high_shelf = work->approach.problem.low_shelf;
    options.max_shelves =
        (work->limits->types & TARE_EQ_HAS_SHELVES) == TARE_EQ_HAS_SHELVES ? 2 : 0;
    TareFitter* const fitter = tare_fitter_new(&options);
    bool is_good =
        fitter && make_curve(&work->approach, &curve) && fit_bands(work, fitter, &curve, &set);
    for (uint32_t i = 0; i < set.n_bands; ++i)
        work->approach.filters[i] = tare_fit_filters_of_band(&set.bands[i]);
    work->approach.n_filters = work->approach.max_filters = set.n_bands;
    work->approach.problem.gain_penalty = GAIN_PENALTY;
    if (is_level_free)
        free_level(&work->approach);
    is_good = is_good && tare_fit_approach(&work->approach) && round_filters(work);
    if (is_good)
        finish_chain(work, chain, is_level_free ? level_above(&work->approach) : 0.0);
    tare_fitter_free(fitter);
    tare_curve_clear(&curve);
    return is_good;
}

/** Sorts the bands into those to move and those that stay, types that there are not left out. */
static unsigned sort_bands(TareRefitWork* work, TareBand* bands, const TareBand* all,
                           unsigned n_all)
{
    unsigned n = 0;
    work->n_fixed = 0;
    for (unsigned i = 0; i < n_all; ++i) {
        if (!(work->limits->types & TARE_EQ_HAS(all[i].type)))
            continue;
        if (tare_band_type_has_gain(all[i].type))
            bands[n++] = all[i];
        else if (work->n_fixed < work->limits->n_bands)
            work->fixed[work->n_fixed++] = tare_eq_limits_nearest(work->limits, &all[i]);
    }
    return n;
}

bool tare_refit_channel(TareRefitWork* work, const TareBand* bands, unsigned n, bool is_level_free,
                        TareRefitChain* chain)
{
    TareBand moved[TARE_MAX_BANDS];
    TareRefitChain other;
    const unsigned n_moved = sort_bands(work, moved, bands, n);
    const bool has_room = tare_eq_limits_have_room(work->limits, moved, n_moved) &&
                          n_moved + work->n_fixed <= work->limits->n_bands;
    *chain = (TareRefitChain){.rms_db = INFINITY};
    if (has_room && !move(work, moved, n_moved, chain))
        return false;
    if (chain->rms_db <= GOOD_RMS_DB)
        return true;
    if (!fit_anew(work, is_level_free, &other))
        return false;
    if (!(chain->rms_db <= other.rms_db))
        *chain = other;
    return true;
}
