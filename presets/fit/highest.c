#include "fit/highest.h"

#include "base/exact.h"
#include "fit/shapes.h"

#include <math.h>

/* The points lie at equal ratios of tan(pi f / fs), which needs no function for each, and are dense
   enough that no top falls through: what Q 20 lifts is as wide as three of them. */
#define POINTS_PER_OCTAVE 24.0

/* So much above what a parabola says a top may be. */
#define PARABOLA_ERROR 1.02

/* Each round leaves two thirds of where a top can be. */
enum { N_ROUNDS = 18 };

typedef struct {
    const TareFitShape* shapes;
    unsigned n_shapes;
    double tan2[TARE_FIT_MAX_POINTS], power[TARE_FIT_MAX_POINTS];
    unsigned n; ///< points
    double highest;
} Search;

static double tan2_at(double freq_hz, double rate_hz)
{
    const double angle = M_PI * freq_hz / rate_hz;
    const double tangent = tare_exact_sin(angle) / tare_exact_cos(angle);
    return tangent * tangent;
}

/** The top of the parabola through a point and its neighbours; no less than the point. */
static double seeming_power(const double* power)
{
    const double slope = 0.5 * (power[1] - power[-1]);
    const double bend = 2.0 * power[0] - power[-1] - power[1];
    return bend > 0.0 ? power[0] + 0.5 * slope * slope / bend : power[0];
}

/** Closes in on the top between two points. */
static void refine(Search* search, double low, double high)
{
    for (unsigned round = 0; round < N_ROUNDS; ++round) {
        const double third = (high - low) / 3.0;
        const double tan2[] = {low + third, high - third};
        double power[2];
        tare_fit_shapes_power(tan2, 2, search->shapes, search->n_shapes, power);
        search->highest = fmax(search->highest, fmax(power[0], power[1]));
        if (power[0] > power[1])
            high = tan2[1];
        else
            low = tan2[0];
    }
}

/** Looks at some points, and closely at their tops that may win. */
static void look(Search* search)
{
    const double* const power = search->power;
    tare_fit_shapes_power(search->tan2, search->n, search->shapes, search->n_shapes, search->power);
    for (unsigned i = 0; i < search->n; ++i)
        search->highest = fmax(search->highest, power[i]);
    for (unsigned i = 1; i + 1 < search->n; ++i)
        if (power[i] >= power[i - 1] && power[i] >= power[i + 1] &&
            seeming_power(power + i) * PARABOLA_ERROR >= search->highest)
            refine(search, search->tan2[i - 1], search->tan2[i + 1]);
}

double tare_fit_highest_db(const TareFitFilter* filters, unsigned n, double rate_hz, double from_hz,
                           double to_hz)
{
    TareFitShape shapes[TARE_MAX_BANDS];
    Search search = {.shapes = shapes, .n_shapes = n};
    const double ratio = tare_exact_exp(2.0 * TARE_EXACT_LN2 / POINTS_PER_OCTAVE);
    const double last = tan2_at(to_hz, rate_hz);
    for (unsigned k = 0; k < n; ++k)
        shapes[k] = tare_fit_shapes_of(&filters[k], rate_hz);
    search.tan2[0] = tan2_at(from_hz, rate_hz);
    do {
        for (search.n = 1; search.n < TARE_FIT_MAX_POINTS && search.tan2[search.n - 1] < last;
             ++search.n)
            search.tan2[search.n] = fmin(search.tan2[search.n - 1] * ratio, last);
        look(&search);
        search.tan2[0] = search.tan2[search.n - 2]; /* the last point may be a top */
    } while (search.tan2[search.n - 1] < last);
    tare_exact_log_all(&search.highest, 1);
    return 10.0 / TARE_EXACT_LN10 * search.highest;
}
