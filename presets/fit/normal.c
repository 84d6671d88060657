#include "fit/normal.h"

#include "two.h"

#include <math.h>
#include <string.h>

enum { N_PARAMETERS = TARE_FIT_N_PARAMETERS };

/* Keeps a parameter that does nothing, such as the Q of a filter without gain, from running away.
 */
#define LEAST_CURVATURE 1e-3

/** Multiplies three columns with three; the registers of a processor just hold the sums. */
static void multiply(const TareFitTriple* a, const TareFitTriple* b, unsigned n_lots,
                     TareFitLanes sums[N_PARAMETERS][N_PARAMETERS])
{
    TareFitLanes s00 = {0.0F}, s01 = s00, s02 = s00;
    TareFitLanes s10 = s00, s11 = s00, s12 = s00;
    TareFitLanes s20 = s00, s21 = s00, s22 = s00;
    for (unsigned i = 0; i < n_lots; ++i) {
        s00 += a->lots[i][0] * b->lots[i][0];
        s01 += a->lots[i][0] * b->lots[i][1];
        s02 += a->lots[i][0] * b->lots[i][2];
        s10 += a->lots[i][1] * b->lots[i][0];
        s11 += a->lots[i][1] * b->lots[i][1];
        s12 += a->lots[i][1] * b->lots[i][2];
        s20 += a->lots[i][2] * b->lots[i][0];
        s21 += a->lots[i][2] * b->lots[i][1];
        s22 += a->lots[i][2] * b->lots[i][2];
    }
    const TareFitLanes all[N_PARAMETERS][N_PARAMETERS] = {
        {s00, s01, s02}, {s10, s11, s12}, {s20, s21, s22}};
    memcpy(sums, all, sizeof all);
}

void tare_fit_normal_multiply(TareFitNormal* normal, const TareFitTriple* slopes, unsigned n,
                              unsigned n_lots, const TareFitTriple* columns)
{
    TareFitLanes sums[N_PARAMETERS][N_PARAMETERS];
    normal->n = N_PARAMETERS * n;
    for (unsigned k = 0; k < n; ++k) {
        double(*const products)[N_PARAMETERS] = normal->products + N_PARAMETERS * k;
        multiply(&slopes[k], columns, n_lots, sums);
        for (unsigned p = 0; p < N_PARAMETERS; ++p)
            for (unsigned q = 0; q < N_PARAMETERS; ++q)
                products[p][q] = tare_fit_columns_sum(sums[p][q]);
        for (unsigned j = 0; j <= k; ++j) {
            multiply(&slopes[j], &slopes[k], n_lots, sums);
            for (unsigned p = 0; p < N_PARAMETERS; ++p)
                for (unsigned q = 0; q < N_PARAMETERS; ++q)
                    normal->curvature[N_PARAMETERS * j + p][N_PARAMETERS * k + q] =
                        tare_fit_columns_sum(sums[p][q]);
        }
    }
}

void tare_fit_normal_keep(TareFitNormal* normal, const unsigned* indices, unsigned n)
{
    if (n == normal->n)
        return;
    normal->n = n;
    for (unsigned a = 0; a < n; ++a) {
        normal->descent[a] = normal->descent[indices[a]];
        for (unsigned b = a; b < n; ++b)
            normal->curvature[a][b] = normal->curvature[indices[a]][indices[b]];
    }
}

/** Takes `times` x `row` from another row, from one column on. */
static void subtract_row(double* from, const double* row, double times, unsigned begin,
                         unsigned end)
{
    unsigned m = begin;
    for (; m + 2 <= end; m += 2) {
        const TareTwo rest = tare_two_load(from + m) - times * tare_two_load(row + m);
        tare_two_store(from + m, rest);
    }
    if (m < end)
        from[m] -= times * row[m];
}

/** Takes from TARE_FIT_AT_ONCE numbers of a row, from a column on, what all rows above it have
   there, each times what it has in the column of the diagonal: the sums stay in registers. */
static void subtract_all(TareFitNormal* normal, unsigned i, unsigned column)
{
    double* const row = normal->factor[i] + column;
    TareTwo a = tare_two_load(row), b = tare_two_load(row + 2);
    TareTwo c = tare_two_load(row + 4), d = tare_two_load(row + 6);
    for (unsigned k = 0; k < i; ++k) {
        const double* const above = normal->factor[k] + column;
        const double times = normal->factor[k][i];
        a -= times * tare_two_load(above);
        b -= times * tare_two_load(above + 2);
        c -= times * tare_two_load(above + 4);
        d -= times * tare_two_load(above + 6);
    }
    tare_two_store(row, a);
    tare_two_store(row + 2, b);
    tare_two_store(row + 4, c);
    tare_two_store(row + 6, d);
}

/** Factors the damped curvature after Cholesky, by rows of the upper half, with the reciprocals of
    the diagonal; false when it is not positive definite. */
static bool factorise(TareFitNormal* normal, double damping)
{
    const unsigned n = normal->n;
    for (unsigned i = 0; i < n; ++i) {
        double* const row = normal->factor[i];
        /* what lies beyond the last column is nobody's, and stays so */
        memcpy(row + i, normal->curvature[i] + i, (n - i + TARE_FIT_AT_ONCE) * sizeof(double));
        row[i] += damping * (normal->curvature[i][i] + LEAST_CURVATURE);
        for (unsigned m = i; m < n; m += TARE_FIT_AT_ONCE)
            subtract_all(normal, i, m);
        if (!(row[i] > 0.0))
            return false;
        row[i] = 1.0 / sqrt(row[i]);
        for (unsigned k = i + 1; k < n; ++k)
            row[k] *= row[i];
    }
    return true;
}

bool tare_fit_normal_solve(TareFitNormal* normal, double damping, double* promised)
{
    double* const x = normal->step;
    *promised = 0.0;
    if (!factorise(normal, damping))
        return false;
    memcpy(x, normal->descent, normal->n * sizeof *x);
    for (unsigned i = 0; i < normal->n; ++i) {
        x[i] *= normal->factor[i][i];
        *promised += x[i] * x[i];
        subtract_row(x, normal->factor[i], x[i], i + 1, normal->n);
    }
    for (unsigned i = normal->n; i-- > 0;) {
        for (unsigned m = i + 1; m < normal->n; ++m)
            x[i] -= normal->factor[i][m] * x[m];
        x[i] *= normal->factor[i][i];
    }
    return true;
}
