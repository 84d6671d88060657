#include "fit/candidates.h"

#include "base/exact.h"
#include "fit/polish.h"
#include "fit/response.h"

#include <math.h>
#include <stdlib.h>

enum { N_FREQS = 60, N_QS = 6, N_CANDIDATES = N_FREQS * N_QS };

/* At this gain the shapes are taken; the shape of a peak changes little with its gain. */
#define SHAPE_GAIN_DB 3.0
#define MAX_START_GAIN_DB 12.0
/* From candidates of a better rank, and from filters that are there, in ln of frequency */
#define RANKS_APART (TARE_EXACT_LN2 / 3.0)
#define FILTERS_APART (TARE_EXACT_LN2 / 6.0)

static const double qs[N_QS] = {0.35, 0.7, 1.2, 2.0, 3.3, 5.0};

struct TareFitCandidates {
    unsigned n_points;
    double gain_penalty;
    TareFitFilter filters[N_CANDIDATES];
    double squares[N_CANDIDATES]; ///< of each shape
    /* weighted, without their level, for a gain of 1 dB; all widths of a place side by side */
    TareFitLanes shapes[N_FREQS][TARE_FIT_MAX_LOTS][N_QS];
};

static TareFitFilter candidate(const TareFitLimits* limits, unsigned i)
{
    const double lowest = tare_exact_log(limits->min_freq_hz);
    const double highest = tare_exact_log(limits->max_freq_hz);
    const unsigned place = i / N_QS;
    const double q = fmin(fmax(qs[i % N_QS], limits->min_q), limits->max_q);
    return (TareFitFilter){.type = TARE_BAND_PEAK,
                           .ln_freq = lowest + (highest - lowest) * (place + 0.5) / N_FREQS,
                           .gain_db = SHAPE_GAIN_DB,
                           .ln_q = tare_exact_log(q)};
}

/** What the common level takes of a response. */
static double level_of(const TareFitProblem* problem, const double* gain_db)
{
    double level_db = 0.0;
    for (unsigned i = 0; i < problem->grid->n; ++i)
        level_db += problem->level_share[i] * gain_db[i];
    return level_db;
}

TareFitCandidates* tare_fit_candidates_new(const TareFitProblem* problem)
{
    double shape[TARE_FIT_MAX_POINTS];
    TareFitLanes column[TARE_FIT_MAX_LOTS];
    TareFitCandidates* c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->n_points = problem->grid->n;
    c->gain_penalty = problem->gain_penalty;
    for (unsigned k = 0; k < N_CANDIDATES; ++k) {
        c->filters[k] = candidate(&problem->peak, k);
        tare_fit_response_db(problem->grid, &c->filters[k], 1, shape);
        const double level_db = level_of(problem, shape);
        for (unsigned i = 0; i < c->n_points; ++i) {
            shape[i] = problem->weight[i] * (shape[i] - level_db) / SHAPE_GAIN_DB;
            c->squares[k] += shape[i] * shape[i];
        }
        tare_fit_columns_take(column, shape, c->n_points);
        for (unsigned i = 0; i < tare_fit_columns_lots(c->n_points); ++i)
            c->shapes[k / N_QS][i][k % N_QS] = column[i];
    }
    return c;
}

void tare_fit_candidates_free(TareFitCandidates* candidates)
{
    free(candidates);
}

/** The products of a residual with all widths at a place. */
static void multiply(const TareFitLanes (*shapes)[N_QS], const TareFitLanes* residual,
                     unsigned n_lots, double dots[N_QS])
{
    TareFitLanes s0 = {0.0F}, s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
    for (unsigned i = 0; i < n_lots; ++i) {
        s0 += shapes[i][0] * residual[i];
        s1 += shapes[i][1] * residual[i];
        s2 += shapes[i][2] * residual[i];
        s3 += shapes[i][3] * residual[i];
        s4 += shapes[i][4] * residual[i];
        s5 += shapes[i][5] * residual[i];
    }
    const TareFitLanes sums[N_QS] = {s0, s1, s2, s3, s4, s5};
    for (unsigned q = 0; q < N_QS; ++q)
        dots[q] = tare_fit_columns_sum(sums[q]);
}

/** How much each takes away at its best gain; `dots` receives its product with the residual. */
static void weigh(const TareFitCandidates* c, const double* residual, double* gains, double* dots)
{
    TareFitLanes column[TARE_FIT_MAX_LOTS];
    const unsigned n_lots = tare_fit_columns_lots(c->n_points);
    tare_fit_columns_take(column, residual, c->n_points);
    for (unsigned place = 0; place < N_FREQS; ++place)
        multiply(c->shapes[place], column, n_lots, dots + place * N_QS);
    for (unsigned k = 0; k < N_CANDIDATES; ++k)
        gains[k] = dots[k] * dots[k] / (c->squares[k] + c->gain_penalty);
}

/** Rules out what lies around a frequency. */
static void rule_out(const TareFitCandidates* c, double ln_freq, double distance, double* gains)
{
    for (unsigned k = 0; k < N_CANDIDATES; ++k)
        if (fabs(c->filters[k].ln_freq - ln_freq) < distance)
            gains[k] = 0.0;
}

bool tare_fit_candidates_best(const TareFitCandidates* c, const TareFitChain* chain,
                              const double* residual, unsigned rank, TareFitFilter* filter)
{
    double gains[N_CANDIDATES], dots[N_CANDIDATES];
    weigh(c, residual, gains, dots);
    for (unsigned i = 0; i < chain->n; ++i)
        if (chain->filters[i].type == TARE_BAND_PEAK)
            rule_out(c, chain->filters[i].ln_freq, FILTERS_APART, gains);
    for (unsigned round = 0;; ++round) {
        unsigned best = 0;
        for (unsigned k = 1; k < N_CANDIDATES; ++k)
            if (gains[k] > gains[best])
                best = k;
        if (!(gains[best] > 0.0))
            return false;
        *filter = c->filters[best];
        if (round == rank) {
            const double gain_db = -dots[best] / (c->squares[best] + c->gain_penalty);
            filter->gain_db = fmin(fmax(gain_db, -MAX_START_GAIN_DB), MAX_START_GAIN_DB);
            return true;
        }
        rule_out(c, filter->ln_freq, RANKS_APART, gains);
    }
}
