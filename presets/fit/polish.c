#include "fit/polish.h"

#include "base/exact.h"
#include "fit/normal.h"
#include "fit/shapes.h"
#include "two.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    N_PARAMETERS = TARE_FIT_N_PARAMETERS,
    MAX_TRIES = 8 ///< of one step, each more timid
};

/* How Marquardt's factor changes. */
#define LEAST_DAMPING 1e-7
#define DAMPING_FALL 0.2
#define DAMPING_RISE 4.0

/* What slopes are multiplied with: the residual, the weight, and the share of the level divided by
   the weight, which they have already. */
enum { RESIDUAL, WEIGHT, SHARE };

/** How far one step may go: about an octave, 6 dB, Q by e. */
static const double max_step[N_PARAMETERS] = {0.7, 6.0, 1.0};

const TareFitFreedom tare_fit_polish_all_free = {{true, true, true}};

/** The limits in the parameters of a fit. */
typedef struct {
    double min[N_PARAMETERS], max[N_PARAMETERS];
} Box;

struct TareFitWork {
    Box peak, low_shelf, high_shelf;
    TareFitShape shapes[TARE_MAX_BANDS], trial_shapes[TARE_MAX_BANDS];
    double residual[TARE_FIT_MAX_POINTS], trial_residual[TARE_FIT_MAX_POINTS];
    TareFitTriple slopes[TARE_MAX_BANDS];
    TareFitLanes weight[TARE_FIT_MAX_LOTS];
    TareFitTriple columns; ///< RESIDUAL, WEIGHT, SHARE
    TareFitNormal normal;
    double level_db, trial_level_db;
    unsigned active[TARE_FIT_MAX_PARAMETERS]; ///< which move: 3 x filter + parameter
};

TareFitWork* tare_fit_polish_work_new(void)
{
    return calloc(1, sizeof(TareFitWork));
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

double tare_fit_polish_min_gain_db(const TareFitLimits* limits)
{
    return limits->min_gain_db < 0.0 ? limits->min_gain_db : -limits->max_gain_db;
}

static Box box_of(const TareFitLimits* limits)
{
    return (Box){
        {tare_exact_log(limits->min_freq_hz), tare_fit_polish_min_gain_db(limits),
         tare_exact_log(limits->min_q)},
        {tare_exact_log(limits->max_freq_hz), limits->max_gain_db, tare_exact_log(limits->max_q)}};
}

static const Box* box_for(const TareFitWork* work, TareBandType type)
{
    return type == TARE_BAND_LOW_SHELF    ? &work->low_shelf
           : type == TARE_BAND_HIGH_SHELF ? &work->high_shelf
                                          : &work->peak;
}

static double* parameter_of(TareFitFilter* filter, unsigned k)
{
    return k == 0 ? &filter->ln_freq : k == 1 ? &filter->gain_db : &filter->ln_q;
}

/* The loss */

/** Sum of products in four parts, so that every machine adds in the same order. */
static double dot(const double* a, const double* b, unsigned n)
{
    TareTwo low = {0.0, 0.0}, high = {0.0, 0.0};
    double rest = 0.0;
    unsigned i = 0;
    for (; i + 4 <= n; i += 4) {
        low += tare_two_load(a + i) * tare_two_load(b + i);
        high += tare_two_load(a + i + 2) * tare_two_load(b + i + 2);
    }
    for (; i < n; ++i)
        rest += a[i] * b[i];
    return ((low[0] + low[1]) + (high[0] + high[1])) + rest;
}

/** What gain^2 of a filter costs. */
static double gain_cost(const TareFitProblem* problem, const TareFitFilter* filter,
                        const TareFitShape* shape)
{
    const double width = filter->type == TARE_BAND_PEAK ? sqrt(shape->per_q2) : 1.0;
    return problem->gain_penalty * (1.0 + filter->reluctance) * width;
}

/** As tare_fit_polish_loss(), of filters with their shapes; `level_db` receives the level. */
static double loss_of(const TareFitProblem* problem, const TareFitFilter* filters,
                      const TareFitShape* shapes, unsigned n, double* residual, double* level_db)
{
    const unsigned n_points = problem->grid->n;
    tare_fit_shapes_gain_db(problem->grid, shapes, n, residual);
    for (unsigned i = 0; i < n_points; ++i)
        residual[i] -= problem->wished_db[i];
    *level_db = -dot(problem->level_share, residual, n_points);
    for (unsigned i = 0; i < n_points; ++i)
        residual[i] = problem->weight[i] * (residual[i] + *level_db);
    double loss =
        dot(residual, residual, n_points) + problem->level_penalty * *level_db * *level_db;
    for (unsigned k = 0; k < n; ++k)
        loss +=
            gain_cost(problem, &filters[k], &shapes[k]) * filters[k].gain_db * filters[k].gain_db;
    return loss;
}

static void find_shapes(const TareFitProblem* problem, const TareFitFilter* filters, unsigned n,
                        TareFitShape* shapes)
{
    for (unsigned k = 0; k < n; ++k)
        shapes[k] = tare_fit_shapes_of(&filters[k], problem->grid->rate_hz);
}

double tare_fit_polish_loss(const TareFitProblem* problem, const TareFitFilter* filters, unsigned n,
                            double* residual)
{
    TareFitShape shapes[TARE_MAX_BANDS];
    double level_db = 0.0;
    find_shapes(problem, filters, n, shapes);
    return loss_of(problem, filters, shapes, n, residual, &level_db);
}

/* A step */

/** Adds what gain costs: the square of sqrt(cost) x gain, which bends with the gain and the Q. */
static void add_gain_costs(TareFitWork* work, const TareFitProblem* problem,
                           const TareFitFilter* filters, unsigned n)
{
    for (unsigned k = 0; k < n; ++k) {
        const unsigned g = N_PARAMETERS * k + 1, q = g + 1;
        const double cost = gain_cost(problem, &filters[k], &work->shapes[k]);
        const double by_q = filters[k].type == TARE_BAND_PEAK ? -0.5 * filters[k].gain_db : 0.0;
        work->normal.descent[g] -= cost * filters[k].gain_db;
        work->normal.descent[q] -= cost * filters[k].gain_db * by_q;
        work->normal.curvature[g][g] += cost;
        work->normal.curvature[g][q] += cost * by_q;
        work->normal.curvature[q][q] += cost * by_q * by_q;
    }
}

/** The common level follows every step at once, so that of each slope its own mean is taken away
   (variable projection: G. Golub and V. Pereyra, 1973). */
static void take_level_out(TareFitWork* work, const TareFitProblem* problem)
{
    const unsigned n_points = problem->grid->n;
    TareFitNormal* const normal = &work->normal;
    const double of_residual =
        dot(problem->weight, work->residual, n_points) + problem->level_penalty * work->level_db;
    const double of_level =
        dot(problem->weight, problem->weight, n_points) + problem->level_penalty;
    for (unsigned a = 0; a < normal->n; ++a) {
        const double* const with_a = normal->products[a];
        normal->descent[a] = with_a[SHARE] * of_residual - with_a[RESIDUAL];
        for (unsigned b = a; b < normal->n; ++b) {
            const double* const with_b = normal->products[b];
            normal->curvature[a][b] += with_a[SHARE] * (with_b[SHARE] * of_level - with_b[WEIGHT]) -
                                       with_a[WEIGHT] * with_b[SHARE];
        }
    }
}

/** Keeps the parameters that may follow the descent. */
static void find_active(TareFitWork* work, TareFitFilter* filters, TareFitFreedom freedom)
{
    unsigned n = 0;
    for (unsigned c = 0; c < work->normal.n; ++c) {
        TareFitFilter* const filter = &filters[c / N_PARAMETERS];
        const unsigned p = c % N_PARAMETERS;
        const Box* const box = box_for(work, filter->type);
        const double value = *parameter_of(filter, p);
        const double descent = work->normal.descent[c];
        const bool leaves =
            (value >= box->max[p] && descent > 0.0) || (value <= box->min[p] && descent < 0.0);
        const bool stays = p == 0 && filter->stays;
        if (freedom.is_free[p] && !leaves && !stays)
            work->active[n++] = c;
    }
    tare_fit_normal_keep(&work->normal, work->active, n);
}

/** Makes the equations where the filters are. */
static void find_equations(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                           unsigned n, TareFitFreedom freedom)
{
    tare_fit_columns_take_one(&work->columns, RESIDUAL, work->residual, problem->grid->n);
    for (unsigned k = 0; k < n; ++k)
        tare_fit_shapes_slopes(problem->grid, &work->shapes[k], work->weight, &work->slopes[k]);
    tare_fit_normal_multiply(&work->normal, work->slopes, n,
                             tare_fit_columns_lots(problem->grid->n), &work->columns);
    take_level_out(work, problem);
    add_gain_costs(work, problem, filters, n);
    find_active(work, filters, freedom);
}

static double clamped(double x, double min, double max)
{
    return x < min ? min : x > max ? max : x;
}

static void apply(const TareFitWork* work, TareFitFilter* filters)
{
    for (unsigned a = 0; a < work->normal.n; ++a) {
        const unsigned p = work->active[a] % N_PARAMETERS;
        TareFitFilter* const filter = &filters[work->active[a] / N_PARAMETERS];
        const Box* const box = box_for(work, filter->type);
        double* const value = parameter_of(filter, p);
        const double step = clamped(work->normal.step[a], -max_step[p], max_step[p]);
        *value = clamped(*value + step, box->min[p], box->max[p]);
    }
}

/** Tries steps, each with more damping, until one goes down, or none promises `least_gain`; the
    loss after it, or as it was. */
static double take_step(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                        unsigned n, double loss, double least_gain, double* damping)
{
    for (unsigned attempt = 0; attempt < MAX_TRIES; ++attempt) {
        TareFitFilter trial[TARE_MAX_BANDS];
        double promised = 0.0;
        const bool is_solved = tare_fit_normal_solve(&work->normal, *damping, &promised);
        if (is_solved && promised <= least_gain)
            return loss;
        if (is_solved) {
            memcpy(trial, filters, n * sizeof *trial);
            apply(work, trial);
            find_shapes(problem, trial, n, work->trial_shapes);
            const double trial_loss = loss_of(problem, trial, work->trial_shapes, n,
                                              work->trial_residual, &work->trial_level_db);
            if (trial_loss < loss) {
                memcpy(filters, trial, n * sizeof *trial);
                memcpy(work->shapes, work->trial_shapes, n * sizeof *work->shapes);
                memcpy(work->residual, work->trial_residual,
                       problem->grid->n * sizeof *work->residual);
                work->level_db = work->trial_level_db;
                *damping = fmax(*damping * DAMPING_FALL, LEAST_DAMPING);
                return trial_loss;
            }
        }
        *damping *= DAMPING_RISE;
    }
    return loss;
}

/** Takes what stays the same from step to step. */
static void begin(TareFitWork* work, const TareFitProblem* problem)
{
    const unsigned n_points = problem->grid->n;
    double share[TARE_FIT_MAX_POINTS];
    work->peak = box_of(&problem->peak);
    work->low_shelf = box_of(&problem->low_shelf);
    work->high_shelf = box_of(&problem->high_shelf);
    for (unsigned i = 0; i < n_points; ++i)
        share[i] = problem->level_share[i] / problem->weight[i];
    tare_fit_columns_take(work->weight, problem->weight, n_points);
    tare_fit_columns_take_one(&work->columns, WEIGHT, problem->weight, n_points);
    tare_fit_columns_take_one(&work->columns, SHARE, share, n_points);
}

double tare_fit_polish(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                       unsigned n, TareFitFreedom freedom, TareFitPatience patience)
{
    begin(work, problem);
    find_shapes(problem, filters, n, work->shapes);
    double loss = loss_of(problem, filters, work->shapes, n, work->residual, &work->level_db);
    double damping = patience.first_damping;
    for (unsigned i = 0; i < patience.max_steps; ++i) {
        find_equations(work, problem, filters, n, freedom);
        const double before = loss;
        loss = take_step(work, problem, filters, n, loss, patience.least_gain * loss, &damping);
        if (before - loss <= patience.least_gain * before)
            break;
    }
    return loss;
}
