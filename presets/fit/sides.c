#include "fit/sides.h"

#include "curves/curve_file.h"
#include "fit/fit.h"
#include "fit/goal.h"
#include "fit/measured.h"
#include "tare/limits.h"

#include <math.h>

/* Less than anybody hears. */
#define LEAST_LEVEL_DB 0.1

TareStatus tare_fit_sides_read(TareFitSides* sides, const char* const* paths, size_t n,
                               const char* column, const TareReporter* reporter)
{
    TareCurve* const response = &sides->sides[0].response;
    sides->n = 1;
    const TareStatus status = tare_curve_read_files(response, paths, n, column, reporter);
    if (status == TARE_OK)
        tare_fit_measured_tell(response, paths[0], reporter);
    return status;
}

TareStatus tare_fit_sides_read_apart(TareFitSides* sides, const char* left, const char* right,
                                     const char* column, const TareReporter* reporter)
{
    static const TareCurvePart parts[] = {TARE_CURVE_LEFT, TARE_CURVE_RIGHT};
    const char* const paths[] = {left, right ? right : left};
    TareStatus status = TARE_OK;
    sides->n = 2;
    for (unsigned i = 0; i < 2 && status == TARE_OK; ++i) {
        TareCurve* const response = &sides->sides[i].response;
        const TareCurvePart part = right ? TARE_CURVE_MEASURED : parts[i];
        status = tare_curve_read_file_part(response, paths[i], part, column, reporter);
        if (status == TARE_OK)
            tare_fit_measured_tell(response, paths[i], reporter);
    }
    return status;
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

static bool fit_side(TareFitSide* side, const TareFitOrder* order, const TareFitGoal* goal,
                     TareFitter* fitter, unsigned max_filters)
{
    return tare_fit_order_run(order, fitter, &side->response, goal, max_filters, &side->set,
                              &side->outcome);
}

/** By how much the left side is louder than the right one, once each has its bands. */
static double louder_by_db(const TareFitSides* sides)
{
    return sides->sides[1].outcome.after.level_db - sides->sides[0].outcome.after.level_db;
}

/** A gain for all that is heard: a shelf that ends below it. */
static TareBand level_band(double gain_db)
{
    return (TareBand){TARE_BAND_HIGH_SHELF, TARE_FREQ_MIN_HZ, gain_db, 0.7, TARE_CHANNEL_BOTH};
}

/** The level is no shape, so each fit alone leaves it out; between the sides it is a place where
    the sound comes from. */
static bool turn_louder_down(TareFitSides* sides, const TareFitOrder* order,
                             const TareFitGoal* goal, TareFitter* fitter)
{
    if (fabs(louder_by_db(sides)) < LEAST_LEVEL_DB)
        return true;
    TareFitSide* const louder = &sides->sides[louder_by_db(sides) > 0.0 ? 0 : 1];
    if (order->leaves_balance) {
        louder->left_louder_db = fabs(louder_by_db(sides));
        return true;
    }
    if (sides->sides[0].set.n_bands + sides->sides[1].set.n_bands == TARE_MAX_BANDS &&
        !fit_side(louder, order, goal, fitter, TARE_MAX_BANDS / 2 - 1))
        return false;
    const double down_db = fmin(fabs(louder_by_db(sides)), -TARE_GAIN_MIN_DB);
    louder->turned_down_db = floor(down_db * 100.0 + 0.5) / 100.0;
    louder->set.bands[louder->set.n_bands++] = level_band(-louder->turned_down_db);
    return tare_fit_figures_safe_preamp(&louder->set);
}

bool tare_fit_sides_run(TareFitSides* sides, const TareFitOrder* order, const TareFitGoal* goal,
                        TareBandSet* set)
{
    TareFitter* const fitter = tare_fit_order_fitter(order);
    bool is_good = fitter != NULL;
    *set = (TareBandSet){0};
    for (unsigned i = 0; i < sides->n && is_good; ++i)
        is_good = fit_side(&sides->sides[i], order, goal, fitter, TARE_MAX_BANDS / sides->n);
    if (is_good && sides->n > 1)
        is_good = turn_louder_down(sides, order, goal, fitter);
    for (unsigned i = 0; i < sides->n && is_good; ++i)
        add_bands(set, sides, i);
    tare_fitter_free(fitter);
    return is_good;
}

void tare_fit_sides_clear(TareFitSides* sides)
{
    for (unsigned i = 0; i < TARE_FIT_MAX_SIDES; ++i)
        tare_curve_clear(&sides->sides[i].response);
    *sides = (TareFitSides){.n = 0};
}
