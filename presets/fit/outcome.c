#include "fit/outcome.h"

#include "band_set.h"
#include "curves/curve.h"
#include "fit/count.h"
#include "fit/fit.h"
#include "fit/goal.h"
#include "fit/measured.h"
#include "fit/wish.h"

static bool fit(TareFitter* fitter, const TareCurve* wished, TareFitCount count, TareBandSet* set)
{
    return count.is_fewest ? tare_fit_fewest(fitter, wished, count.n, count.within_db, set)
                           : tare_fit(fitter, wished, count.n, set);
}

bool tare_fit_outcome_curve(TareFitter* fitter, const TareCurve* wished, TareFitCount count,
                            TareBandSet* set, TareFitOutcome* outcome)
{
    const TareBandSet none = {.reference_rate_hz = 48000.0};
    if (!fit(fitter, wished, count, set))
        return false;
    if (!outcome)
        return true;
    const TareFitRange measured = tare_fit_measured_range(wished);
    outcome->fit = outcome->after = tare_fit_figures_within(wished, set, &measured);
    outcome->before = tare_fit_figures_within(wished, &none, &measured);
    return true;
}

/** What a response comes to whose bands were fitted to `wished`. False when memory is short. */
static bool find_outcome(TareFitOutcome* outcome, const TareCurve* response,
                         const TareCurve* target, const TareCurve* wished, const TareBandSet* set)
{
    TareCurve missing = {0};
    const TareBandSet none = {.reference_rate_hz = set->reference_rate_hz};
    const TareFitRange measured = tare_fit_measured_range(response);
    if (!tare_curve_difference(&missing, target, response))
        return false;
    outcome->fit = tare_fit_figures_within(wished, set, &measured);
    outcome->before = tare_fit_figures_within(&missing, &none, &measured);
    outcome->after = tare_fit_figures_within(&missing, set, &measured);
    tare_curve_clear(&missing);
    return true;
}

bool tare_fit_outcome_measured(TareFitter* fitter, const TareCurve* response,
                               const TareFitGoal* goal, const TareWishOptions* options,
                               TareFitCount count, TareBandSet* set, TareFitOutcome* outcome)
{
    TareCurve target = {0}, wished = {0};
    const bool is_good = tare_fit_goal_curve(&target, goal) &&
                         tare_wish(&wished, response, &target, options) &&
                         fit(fitter, &wished, count, set) &&
                         (!outcome || find_outcome(outcome, response, &target, &wished, set));
    tare_curve_clear(&target);
    tare_curve_clear(&wished);
    return is_good;
}
