#include "pipewire/cookbook.h"

#include "fit/polish.h"
#include "meaning.h"
#include "pipewire/single.h"
#include "plan.h"

#include <math.h>
#include <stdlib.h>

/* Less than this is left as it is: bands that already mean this rate keep their numbers. */
#define CLOSE_ENOUGH_DB 0.002

/* How many frequencies are tried to both sides, how far apart, and from which error on. */
enum { NUDGES = 40 };
#define NUDGE 2.5e-5
#define NUDGE_FROM_DB 0.003

/** One channel's work. */
typedef struct {
    TareFitGrid grid;
    TareFitProblem problem;
    TareFitFilter filters[TARE_MAX_BANDS];
    unsigned n_filters;
    double wanted_db[TARE_FIT_MAX_POINTS]; ///< of all bands together
    double gain_db[TARE_FIT_MAX_POINTS];
    double trial_db[TARE_FIT_MAX_POINTS];
} Work;

static bool is_fitted(TareBandType type)
{
    return tare_band_type_has_gain(type);
}

/** The bands of a channel as they are written, with the share of the gain that is wanted. */
static void take_bands(TareCookbook* cookbook, const TareControls* controls, uint32_t channel)
{
    unsigned n = 0;
    for (uint32_t i = 0; controls->enabled && i < TARE_MAX_BANDS; ++i) {
        TareBand band = controls->set.bands[i];
        if (!tare_band_is_in_channel(&band, channel))
            continue;
        band.gain_db *= controls->strength;
        band.channel = TARE_CHANNEL_BOTH;
        if (tare_band_is_active(&band))
            cookbook->bands[channel][n++] = band;
    }
    cookbook->n_bands[channel] = n;
}

/** Takes out of the wish what a band does that is no peak or shelf and stays as it is. */
static void subtract_fixed(Work* work, const TareBand* band)
{
    const double rate_hz = work->grid.rate_hz;
    const TareMeaning meaning = tare_meaning(band, 1.0, rate_hz);
    for (unsigned i = 0; i < work->grid.n; ++i) {
        const double position2 = tare_meaning_position2(rate_hz, work->grid.freq_hz[i]);
        work->problem.wished_db[i] -= 10.0 * log10(tare_meaning_whole_power(&meaning, position2));
    }
}

/** What the peaks and shelves of a channel have to do together. */
static void set_wish(Work* work, const TareCookbook* cookbook, const TarePlan* plan,
                     uint32_t channel)
{
    work->problem.grid = &work->grid;
    for (unsigned i = 0; i < work->grid.n; ++i) {
        const double all_db = tare_cascade_gain_db(&plan->cascade, channel, work->grid.freq_hz[i]);
        work->wanted_db[i] = all_db - cookbook->preamp_db;
        work->problem.wished_db[i] = work->wanted_db[i];
        work->problem.weight[i] = 1.0;
    }
    work->n_filters = 0;
    for (unsigned i = 0; i < cookbook->n_bands[channel]; ++i) {
        const TareBand* const band = &cookbook->bands[channel][i];
        if (is_fitted(band->type))
            work->filters[work->n_filters++] = tare_fit_filter_of(band);
        else
            subtract_fixed(work, band);
    }
}

/** The largest difference between two responses; where goes to `freq_hz`. */
static double largest_error(const TareFitGrid* grid, const double* a_db, const double* b_db,
                            double* freq_hz)
{
    double largest_db = 0.0;
    for (unsigned i = 0; i < grid->n; ++i) {
        const double error_db = fabs(a_db[i] - b_db[i]);
        if (error_db > largest_db) {
            largest_db = error_db;
            *freq_hz = grid->freq_hz[i];
        }
    }
    return largest_db;
}

static bool polish(Work* work)
{
    static const TareFitPatience patience = {.max_steps = 200, .least_gain = 1e-6};
    const TareFitLimits limits = {TARE_FREQ_MIN_HZ, 0.49 * work->grid.rate_hz, TARE_Q_MIN / 2.0,
                                  TARE_Q_MAX * 2.0, TARE_GAIN_MAX_DB};
    TareFitWork* const memory = tare_fit_work_new();
    if (!memory)
        return false;
    work->problem.peak = work->problem.low_shelf = work->problem.high_shelf = limits;
    work->problem.gain_penalty = 0.0;
    work->problem.level_penalty = 1e6; /* the preamp is given */
    tare_fit_polish(memory, &work->problem, work->filters, work->n_filters, tare_fit_all_free,
                    patience);
    tare_fit_work_free(memory);
    return true;
}

static void put_bands(TareCookbook* cookbook, const Work* work, uint32_t channel)
{
    unsigned k = 0;
    for (unsigned i = 0; i < cookbook->n_bands[channel]; ++i) {
        TareBand* const band = &cookbook->bands[channel][i];
        if (is_fitted(band->type))
            *band = tare_fit_filter_band(&work->filters[k++]);
    }
}

/** How far single precision takes a band from a response. */
static double single_error(Work* work, const TareBand* band, const double* ideal_db)
{
    double freq_hz = 0.0;
    const TareSingle single = tare_single(band, work->grid.rate_hz);
    for (unsigned i = 0; i < work->grid.n; ++i)
        work->trial_db[i] = tare_single_gain_db(&single, work->grid.freq_hz[i], work->grid.rate_hz);
    return largest_error(&work->grid, work->trial_db, ideal_db, &freq_hz);
}

/** Looks close by, where a change of the frequency by itself is nothing, for one whose coefficients
    happen to be rounded least harmfully. */
static void nudge(Work* work, TareBand* band)
{
    const TareBand asked = *band;
    const TareFitFilter filter = tare_fit_filter_of(band);
    tare_fit_chain_gain_db(&work->grid, &filter, 1, work->gain_db);
    double least_db = single_error(work, band, work->gain_db);
    for (int step = -NUDGES; step <= NUDGES && least_db > NUDGE_FROM_DB; ++step) {
        TareBand other = asked;
        other.freq_hz = asked.freq_hz * (1.0 + step * NUDGE);
        const double error_db = single_error(work, &other, work->gain_db);
        if (error_db < least_db) {
            least_db = error_db;
            *band = other;
        }
    }
}

/** What the channel's bands do in single precision, against what is wanted of them. */
static void measure(Work* work, TareCookbook* cookbook, uint32_t channel)
{
    double freq_hz = 0.0;
    for (unsigned i = 0; i < work->grid.n; ++i)
        work->gain_db[i] = 0.0;
    for (unsigned k = 0; k < cookbook->n_bands[channel]; ++k) {
        const TareSingle single = tare_single(&cookbook->bands[channel][k], work->grid.rate_hz);
        for (unsigned i = 0; i < work->grid.n; ++i)
            work->gain_db[i] +=
                tare_single_gain_db(&single, work->grid.freq_hz[i], work->grid.rate_hz);
    }
    const double error_db = largest_error(&work->grid, work->gain_db, work->wanted_db, &freq_hz);
    if (error_db > cookbook->error_db) {
        cookbook->error_db = error_db;
        cookbook->error_freq_hz = freq_hz;
    }
}

static bool make_channel(Work* work, TareCookbook* cookbook, const TarePlan* plan, uint32_t channel)
{
    double freq_hz = 0.0;
    set_wish(work, cookbook, plan, channel);
    tare_fit_chain_gain_db(&work->grid, work->filters, work->n_filters, work->gain_db);
    if (work->n_filters > 0 && largest_error(&work->grid, work->gain_db, work->problem.wished_db,
                                             &freq_hz) > CLOSE_ENOUGH_DB) {
        if (!polish(work))
            return false;
        put_bands(cookbook, work, channel);
    }
    for (unsigned i = 0; i < cookbook->n_bands[channel]; ++i)
        if (is_fitted(cookbook->bands[channel][i].type))
            nudge(work, &cookbook->bands[channel][i]);
    measure(work, cookbook, channel);
    return true;
}

bool tare_cookbook_can(const TareControls* controls)
{
    return controls->bass_db == 0.0 && controls->treble_db == 0.0 &&
           controls->tilt_db_per_octave == 0.0;
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
        tare_fit_grid_init(&work->grid, rate_hz, 20.0, fmin(20000.0, 0.47 * rate_hz), 40.0);
    }
    for (uint32_t channel = 0; ok && channel < TARE_MAX_CHANNELS; ++channel)
        ok = make_channel(work, cookbook, &plan, channel);
    free(work);
    return ok;
}
