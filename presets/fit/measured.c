#include "fit/measured.h"

#include "base/exact.h"

enum { POINTS_PER_OCTAVE = 48, N_POINTS = 479 };

bool tare_fit_goal_curve(TareCurve* curve, const TareFitGoal* goal)
{
    const TareTarget* const flat = tare_target_find("flat");
    *curve = (TareCurve){0};
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double freq_hz =
            20.0 * tare_exact_exp((double)i / POINTS_PER_OCTAVE * TARE_EXACT_LN2);
        const double base_db = goal->built_in ? 0.0 : tare_curve_level_db(goal->curve, freq_hz);
        const TareTarget* const target = goal->built_in ? goal->built_in : flat;
        const double level_db = base_db + tare_target_level_db(target, freq_hz, goal->bass_db,
                                                               goal->tilt_db_per_octave);
        if (!tare_curve_append(curve, freq_hz, level_db)) {
            tare_curve_clear(curve);
            return false;
        }
    }
    return true;
}

bool tare_fit_curve(TareFitter* fitter, const TareCurve* wished, TareFitCount count,
                    TareBandSet* set, TareFitOutcome* outcome)
{
    const TareBandSet none = {.reference_rate_hz = 48000.0};
    const bool is_good = count.is_fewest
                             ? tare_fit_fewest(fitter, wished, count.n, count.least_gain_db, set)
                             : tare_fit(fitter, wished, count.n, set);
    if (!is_good)
        return false;
    outcome->fit = outcome->after = tare_fit_figures(wished, set);
    outcome->before = tare_fit_figures(wished, &none);
    return true;
}

bool tare_fit_measured(TareFitter* fitter, const TareCurve* response, const TareFitGoal* goal,
                       const TareWishOptions* options, TareFitCount count, TareBandSet* set,
                       TareFitOutcome* outcome)
{
    TareCurve target = {0}, missing = {0}, wished = {0};
    const bool is_good = tare_fit_goal_curve(&target, goal) &&
                         tare_curve_difference(&missing, &target, response) &&
                         tare_wish(&wished, response, &target, options) &&
                         tare_fit_curve(fitter, &wished, count, set, outcome);
    if (is_good) {
        const TareBandSet none = {.reference_rate_hz = set->reference_rate_hz};
        outcome->before = tare_fit_figures(&missing, &none);
        outcome->after = tare_fit_figures(&missing, set);
    }
    tare_curve_clear(&target);
    tare_curve_clear(&missing);
    tare_curve_clear(&wished);
    return is_good;
}
