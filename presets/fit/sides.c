#include "fit/sides.h"

#include "curves/curve_file.h"
#include "fit/fit.h"
#include "fit/goal.h"

#include <math.h>

TareStatus tare_fit_sides_read(TareFitSides* sides, const char* const* paths, size_t n,
                               const char* column, const TareReporter* reporter)
{
    sides->n = 1;
    return tare_curve_read_files(&sides->sides[0].response, paths, n, column, reporter);
}

TareStatus tare_fit_sides_read_apart(TareFitSides* sides, const char* left, const char* right,
                                     const char* column, const TareReporter* reporter)
{
    sides->n = 2;
    const TareStatus status =
        tare_curve_read_file(&sides->sides[0].response, left, column, reporter);
    if (status != TARE_OK)
        return status;
    return tare_curve_read_file(&sides->sides[1].response, right, column, reporter);
}

/** Adds a side's bands. */
static void add_bands(TareBandSet* all, const TareFitSides* sides, unsigned side)
{
    const TareBandSet* const set = &sides->sides[side].set;
    for (uint32_t i = 0; i < set->n_bands && all->n_bands < TARE_MAX_BANDS; ++i) {
        TareBand band = set->bands[i];
        if (sides->n > 1)
            band.channel = side == 0 ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT;
        all->bands[all->n_bands++] = band;
    }
    all->preamp_db = fmin(all->preamp_db, set->preamp_db);
    all->reference_rate_hz = set->reference_rate_hz;
}

bool tare_fit_sides_run(TareFitSides* sides, const TareFitOrder* order, const TareFitGoal* goal,
                        TareBandSet* set)
{
    TareFitter* const fitter = tare_fit_order_fitter(order);
    bool is_good = fitter != NULL;
    *set = (TareBandSet){0};
    for (unsigned i = 0; i < sides->n && is_good; ++i) {
        TareFitSide* const side = &sides->sides[i];
        is_good = tare_fit_order_run(order, fitter, &side->response, goal,
                                     TARE_MAX_BANDS / sides->n, &side->set, &side->outcome);
        if (is_good)
            add_bands(set, sides, i);
    }
    tare_fitter_free(fitter);
    return is_good;
}

bool tare_fit_sides_error(const TareFitSides* sides, const TareFitOrder* order,
                          const TareFitGoal* goal, TareCurve* error)
{
    const TareCurve* const response = &sides->sides[0].response;
    const TareCurve flat = {&(TareCurvePoint){1000.0, 0.0}, 1};
    TareCurve target = {0};
    *error = (TareCurve){0};
    const bool is_good = order->is_gain_curve ? tare_curve_difference(error, &flat, response)
                                              : tare_fit_goal_curve(&target, goal) &&
                                                    tare_curve_difference(error, response, &target);
    tare_curve_clear(&target);
    if (!is_good)
        return false;
    const double mean_db = tare_fit_figures_mean_db(error);
    for (size_t i = 0; i < error->n; ++i)
        error->points[i].level_db -= mean_db;
    return true;
}

void tare_fit_sides_clear(TareFitSides* sides)
{
    for (unsigned i = 0; i < TARE_FIT_MAX_SIDES; ++i)
        tare_curve_clear(&sides->sides[i].response);
    *sides = (TareFitSides){.n = 0};
}
