#include "fit/candidates.h"

#include "base/exact.h"
#include "fit/polish.h"

#include <math.h>
#include <stdlib.h>

enum { N_FREQS = 60, N_QS = 6, N_CANDIDATES = N_FREQS * N_QS };

/* At this gain the shapes are taken; the shape of a peak changes little with its gain. */
#define SHAPE_GAIN_DB 3.0
#define MAX_START_GAIN_DB 12.0
#define LEAST_DISTANCE (TARE_EXACT_LN2 / 3.0)

static const double qs[N_QS] = {0.35, 0.7, 1.2, 2.0, 3.3, 5.0};

struct TareFitCandidates {
    unsigned n_points;
    double gain_penalty;
    TareFitFilter filters[N_CANDIDATES];
    double squares[N_CANDIDATES];                     ///< of each shape
    double shapes[N_CANDIDATES][TARE_FIT_MAX_POINTS]; ///< weighted, for a gain of 1 dB
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

TareFitCandidates* tare_fit_candidates_new(const TareFitProblem* problem)
{
    TareFitCandidates* c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->n_points = problem->grid->n;
    c->gain_penalty = problem->gain_penalty;
    for (unsigned k = 0; k < N_CANDIDATES; ++k) {
        c->filters[k] = candidate(&problem->peak, k);
        c->squares[k] = 0.0;
        tare_fit_filters_gain_db(problem->grid, &c->filters[k], 1, c->shapes[k]);
        for (unsigned i = 0; i < c->n_points; ++i) {
            c->shapes[k][i] *= problem->weight[i] / SHAPE_GAIN_DB;
            c->squares[k] += c->shapes[k][i] * c->shapes[k][i];
        }
    }
    return c;
}

void tare_fit_candidates_free(TareFitCandidates* candidates)
{
    free(candidates);
}

/** How much each takes away at its best gain; `dots` receives its product with the residual. */
static void weigh(const TareFitCandidates* c, const double* residual, double* gains, double* dots)
{
    for (unsigned k = 0; k < N_CANDIDATES; ++k) {
        dots[k] = 0.0;
        for (unsigned i = 0; i < c->n_points; ++i)
            dots[k] += c->shapes[k][i] * residual[i];
        gains[k] = dots[k] * dots[k] / (c->squares[k] + c->gain_penalty);
    }
}

bool tare_fit_candidates_best(const TareFitCandidates* c, const double* residual, unsigned rank,
                              TareFitFilter* filter)
{
    double gains[N_CANDIDATES], dots[N_CANDIDATES];
    weigh(c, residual, gains, dots);
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
        for (unsigned k = 0; k < N_CANDIDATES; ++k)
            if (fabs(c->filters[k].ln_freq - filter->ln_freq) < LEAST_DISTANCE)
                gains[k] = 0.0;
    }
}
