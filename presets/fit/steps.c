#include "fit/steps.h"

#include "base/exact.h"
#include "fit/search.h"

#include <math.h>

static const TareFitPatience patience = {15, 1e-5, TARE_FIT_POLISH_FROM_FAR};

/** How many steps make one. */
static double steps_of(double step)
{
    return step > 0.0 ? 1.0 / step : 0.0;
}

TareFitSteps tare_fit_steps_of(const TareFitOptions* options)
{
    return (TareFitSteps){steps_of(options->freq_step_hz), steps_of(options->gain_step_db),
                          steps_of(options->q_step)};
}

static double rounded(double value, double steps)
{
    return floor(value * steps + 0.5) / steps;
}

/** The nearest step within limits. */
static double rounded_within(double value, double steps, double min, double max)
{
    const double nearest = rounded(value, steps);
    return nearest < min   ? ceil(min * steps) / steps
           : nearest > max ? floor(max * steps) / steps
                           : nearest;
}

static void round_freq(const TareFitSteps* steps, const TareFitLimits* limits,
                       TareFitFilter* filter)
{
    const double freq_hz = tare_exact_exp(filter->ln_freq);
    const double per_hz = steps->per_hz > 0.0 ? steps->per_hz : freq_hz < 100.0 ? 10.0 : 1.0;
    filter->ln_freq =
        tare_exact_log(rounded_within(freq_hz, per_hz, limits->min_freq_hz, limits->max_freq_hz));
}

static void round_gain(const TareFitSteps* steps, const TareFitLimits* limits,
                       TareFitFilter* filter)
{
    filter->gain_db = rounded_within(filter->gain_db, steps->per_db > 0.0 ? steps->per_db : 100.0,
                                     tare_fit_polish_min_gain_db(limits), limits->max_gain_db);
}

static void round_q(const TareFitSteps* steps, const TareFitLimits* limits, TareFitFilter* filter)
{
    filter->ln_q = tare_exact_log(rounded_within(tare_exact_exp(filter->ln_q),
                                                 steps->per_q > 0.0 ? steps->per_q : 100.0,
                                                 limits->min_q, limits->max_q));
}

void tare_fit_steps_round(TareFitSearch* search, const TareFitSteps* steps, TareFitChain* chain)
{
    static const struct {
        void (*round)(const TareFitSteps* steps, const TareFitLimits* limits,
                      TareFitFilter* filter);
        TareFitFreedom freedom; ///< of what comes after
    } rounds[] = {{round_freq, {{false, true, true}}},
                  {round_q, {{false, true, false}}},
                  {round_gain, {{0}}}};
    const TareFitProblem* const problem = &search->fine.problem;
    for (unsigned i = 0; i < sizeof rounds / sizeof *rounds; ++i) {
        for (unsigned k = 0; k < chain->n; ++k)
            rounds[i].round(steps, tare_fit_polish_limits(problem, chain->filters[k].type),
                            &chain->filters[k]);
        if (rounds[i].freedom.is_free[1])
            chain->loss = tare_fit_polish(search->work, problem, chain->filters, chain->n,
                                          rounds[i].freedom, patience);
    }
}

void tare_fit_steps_clean(TareBand* band)
{
    band->freq_hz = rounded(band->freq_hz, 10.0);
    band->gain_db = rounded(band->gain_db, 100.0);
    band->q = rounded(band->q, 100.0);
}
