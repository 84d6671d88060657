#include "fit/polish.h"

#include "base/exact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    N_PARAMETERS = TARE_FIT_N_PARAMETERS,
    MAX_COLUMNS = N_PARAMETERS * TARE_MAX_BANDS,
    MAX_TRIES = 8 ///< of one step, each more timid
};

/* Marquardt's factor: where it starts, how it changes. */
#define FIRST_DAMPING 1e-2
#define LEAST_DAMPING 1e-9
#define DAMPING_FALL 0.2
#define DAMPING_RISE 4.0
/* Keeps a parameter that does nothing, such as the Q of a filter without gain, from running away.
 */
#define LEAST_CURVATURE 1e-3

/** How far one step may go: about an octave, 6 dB, Q by e. */
static const double max_step[N_PARAMETERS] = {0.7, 6.0, 1.0};

const TareFitFreedom tare_fit_polish_all_free = {{true, true, true}};

struct TareFitWork {
    double slopes[MAX_COLUMNS][TARE_FIT_MAX_POINTS]; ///< of the weighted response
    double residual[TARE_FIT_MAX_POINTS], trial_residual[TARE_FIT_MAX_POINTS];
    double curvature[MAX_COLUMNS][MAX_COLUMNS]; ///< lower half
    double factor[MAX_COLUMNS][MAX_COLUMNS];
    double level_slope[MAX_COLUMNS]; ///< how each moving parameter pulls at the common level
    double descent[MAX_COLUMNS], step[MAX_COLUMNS];
    unsigned active[MAX_COLUMNS]; ///< which parameters move: 3 x filter + parameter
    unsigned n_active;
};

TareFitWork* tare_fit_polish_work_new(void)
{
    return malloc(sizeof(TareFitWork));
}

void tare_fit_polish_work_free(TareFitWork* work)
{
    free(work);
}

const TareFitLimits* tare_fit_polish_limits(const TareFitProblem* problem, TareBandType type)
{
    return type == TARE_BAND_LOW_SHELF    ? &problem->low_shelf
           : type == TARE_BAND_HIGH_SHELF ? &problem->high_shelf
                                          : &problem->peak;
}

static double* parameter_of(TareFitFilter* filter, unsigned k)
{
    return k == 0 ? &filter->ln_freq : k == 1 ? &filter->gain_db : &filter->ln_q;
}

/** The limits in the parameters of a fit. */
typedef struct {
    double min[N_PARAMETERS], max[N_PARAMETERS];
} Box;

double tare_fit_polish_min_gain_db(const TareFitLimits* limits)
{
    return limits->min_gain_db < 0.0 ? limits->min_gain_db : -limits->max_gain_db;
}

static Box box_of(const TareFitProblem* problem, TareBandType type)
{
    const TareFitLimits* limits = tare_fit_polish_limits(problem, type);
    return (Box){
        {tare_exact_log(limits->min_freq_hz), tare_fit_polish_min_gain_db(limits),
         tare_exact_log(limits->min_q)},
        {tare_exact_log(limits->max_freq_hz), limits->max_gain_db, tare_exact_log(limits->max_q)}};
}

typedef double Pair __attribute__((vector_size(16), aligned(8)));

static Pair load(const double* x)
{
    Pair pair;
    memcpy(&pair, x, sizeof pair);
    return pair;
}

/** Sum of products in four parts, so that every machine adds in the same order. */
static double dot(const double* a, const double* b, unsigned n)
{
    Pair low = {0.0, 0.0}, high = {0.0, 0.0};
    double rest = 0.0;
    unsigned i = 0;
    for (; i + 4 <= n; i += 4) {
        low += load(a + i) * load(b + i);
        high += load(a + i + 2) * load(b + i + 2);
    }
    for (; i < n; ++i)
        rest += a[i] * b[i];
    return ((low[0] + low[1]) + (high[0] + high[1])) + rest;
}

/** Half the second derivative of the loss by the common level. */
static double level_curvature(const TareFitProblem* problem)
{
    return dot(problem->weight, problem->weight, problem->grid->n) + problem->level_penalty;
}

double tare_fit_polish_loss(const TareFitProblem* problem, const TareFitFilter* filters, unsigned n,
                            double* residual)
{
    const unsigned n_points = problem->grid->n;
    const double* const weight = problem->weight;
    tare_fit_filters_gain_db(problem->grid, filters, n, residual);
    for (unsigned i = 0; i < n_points; ++i)
        residual[i] = weight[i] * (residual[i] - problem->wished_db[i]);
    const double level_db = -dot(weight, residual, n_points) / level_curvature(problem);
    for (unsigned i = 0; i < n_points; ++i)
        residual[i] += weight[i] * level_db;
    double loss = dot(residual, residual, n_points) + problem->level_penalty * level_db * level_db;
    for (unsigned k = 0; k < n; ++k)
        loss += problem->gain_penalty * filters[k].gain_db * filters[k].gain_db;
    return loss;
}

static void find_slopes(TareFitWork* work, const TareFitProblem* problem,
                        const TareFitFilter* filters, unsigned n)
{
    for (unsigned k = 0; k < n; ++k) {
        double* const slopes[N_PARAMETERS] = {work->slopes[N_PARAMETERS * k],
                                              work->slopes[N_PARAMETERS * k + 1],
                                              work->slopes[N_PARAMETERS * k + 2]};
        tare_fit_filters_slopes(problem->grid, &filters[k], slopes);
        for (unsigned p = 0; p < N_PARAMETERS; ++p)
            for (unsigned i = 0; i < problem->grid->n; ++i)
                slopes[p][i] *= problem->weight[i];
    }
}

/** Finds the direction of steepest descent, and which parameters may follow it. */
static void find_descent(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                         unsigned n, TareFitFreedom freedom)
{
    work->n_active = 0;
    for (unsigned c = 0; c < N_PARAMETERS * n; ++c) {
        TareFitFilter* const filter = &filters[c / N_PARAMETERS];
        const unsigned p = c % N_PARAMETERS;
        const Box box = box_of(problem, filter->type);
        const double value = *parameter_of(filter, p);
        double descent = -dot(work->slopes[c], work->residual, problem->grid->n);
        if (p == 1)
            descent -= problem->gain_penalty * filter->gain_db;
        const bool leaves =
            (value >= box.max[p] && descent > 0.0) || (value <= box.min[p] && descent < 0.0);
        if (!freedom.is_free[p] || leaves)
            continue;
        work->descent[work->n_active] = descent;
        work->active[work->n_active++] = c;
    }
}

/** The common level follows every step at once, so that of its curvature only a share is left
   (variable projection: G. Golub and V. Pereyra, 1973). */
static void find_curvature(TareFitWork* work, const TareFitProblem* problem)
{
    const unsigned n_points = problem->grid->n;
    const double per_level = 1.0 / level_curvature(problem);
    for (unsigned a = 0; a < work->n_active; ++a) {
        const double* const slope = work->slopes[work->active[a]];
        work->level_slope[a] = dot(slope, problem->weight, n_points);
        for (unsigned b = 0; b <= a; ++b)
            work->curvature[a][b] = dot(slope, work->slopes[work->active[b]], n_points) -
                                    work->level_slope[a] * work->level_slope[b] * per_level;
        if (work->active[a] % N_PARAMETERS == 1)
            work->curvature[a][a] += problem->gain_penalty;
    }
}

/** Factors the damped curvature after Cholesky; false when it is not positive definite. */
static bool factorise(TareFitWork* work, double damping)
{
    for (unsigned i = 0; i < work->n_active; ++i)
        for (unsigned k = 0; k <= i; ++k) {
            double x = work->curvature[i][k];
            if (i == k)
                x += damping * (x + LEAST_CURVATURE);
            for (unsigned m = 0; m < k; ++m)
                x -= work->factor[i][m] * work->factor[k][m];
            if (i == k && !(x > 0.0))
                return false;
            work->factor[i][k] = i == k ? sqrt(x) : x / work->factor[k][k];
        }
    return true;
}

static void solve(TareFitWork* work)
{
    double* const x = work->step;
    for (unsigned i = 0; i < work->n_active; ++i) {
        x[i] = work->descent[i];
        for (unsigned m = 0; m < i; ++m)
            x[i] -= work->factor[i][m] * x[m];
        x[i] /= work->factor[i][i];
    }
    for (unsigned i = work->n_active; i-- > 0;) {
        for (unsigned m = i + 1; m < work->n_active; ++m)
            x[i] -= work->factor[m][i] * x[m];
        x[i] /= work->factor[i][i];
    }
}

static double clamped(double x, double min, double max)
{
    return x < min ? min : x > max ? max : x;
}

static void apply(const TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters)
{
    for (unsigned a = 0; a < work->n_active; ++a) {
        const unsigned p = work->active[a] % N_PARAMETERS;
        TareFitFilter* const filter = &filters[work->active[a] / N_PARAMETERS];
        const Box box = box_of(problem, filter->type);
        double* const value = parameter_of(filter, p);
        const double step = clamped(work->step[a], -max_step[p], max_step[p]);
        *value = clamped(*value + step, box.min[p], box.max[p]);
    }
}

/** Tries steps, each with more damping, until one goes down; the loss after it, or as it was. */
static double take_step(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                        unsigned n, double loss, double* damping)
{
    for (unsigned attempt = 0; attempt < MAX_TRIES; ++attempt) {
        TareFitFilter trial[TARE_MAX_BANDS];
        memcpy(trial, filters, n * sizeof *trial);
        if (factorise(work, *damping)) {
            solve(work);
            apply(work, problem, trial);
            const double trial_loss = tare_fit_polish_loss(problem, trial, n, work->trial_residual);
            if (trial_loss < loss) {
                memcpy(filters, trial, n * sizeof *trial);
                memcpy(work->residual, work->trial_residual, sizeof work->residual);
                *damping = fmax(*damping * DAMPING_FALL, LEAST_DAMPING);
                return trial_loss;
            }
        }
        *damping *= DAMPING_RISE;
    }
    return loss;
}

double tare_fit_polish(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                       unsigned n, TareFitFreedom freedom, TareFitPatience patience)
{
    double loss = tare_fit_polish_loss(problem, filters, n, work->residual);
    double damping = FIRST_DAMPING;
    for (unsigned i = 0; i < patience.max_steps; ++i) {
        find_slopes(work, problem, filters, n);
        find_descent(work, problem, filters, n, freedom);
        find_curvature(work, problem);
        const double before = loss;
        loss = take_step(work, problem, filters, n, loss, &damping);
        if (before - loss <= patience.least_gain * before)
            break;
    }
    return loss;
}
