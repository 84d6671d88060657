#include "solve.h"

#include "two.h"

#include <math.h>
#include <stddef.h>

static double dot(const double* a, const double* b, int n)
{
    TareTwo sum = {0.0, 0.0};
    int i = 0;
    for (; i + 1 < n; i += 2)
        sum += tare_two_load(a + i) * tare_two_load(b + i);
    return i < n ? sum[0] + sum[1] + a[i] * b[i] : sum[0] + sum[1];
}

static size_t start_of_row(int i, int n)
{
    return (size_t)i * (size_t)n;
}

void tare_solve_add_squares(double* matrix, int n, const double* const columns[5])
{
    for (int i = 0; i < n; ++i) {
        double* row = matrix + start_of_row(i, n);
        const double a = columns[0][i];
        const double b = columns[1][i];
        const double c = columns[2][i];
        const double d = columns[3][i];
        const double e = columns[4][i];
        for (int j = 0; j <= i; j += 2)
            tare_two_store(
                row + j,
                tare_two_load(row + j) +
                    ((a * tare_two_load(columns[0] + j) + b * tare_two_load(columns[1] + j)) +
                     (c * tare_two_load(columns[2] + j) + d * tare_two_load(columns[3] + j)) +
                     e * tare_two_load(columns[4] + j)));
    }
}

void tare_solve_factorise(double* matrix, int n, int first, int end)
{
    for (int i = first; i < end; ++i) {
        double* row = matrix + start_of_row(i, n);
        for (int j = 0; j < i; ++j) {
            const double* other = matrix + start_of_row(j, n);
            row[j] = (row[j] - dot(row, other, j)) / other[j];
        }
        const double pivot = row[i] - dot(row, row, i);
        row[i] = pivot > 0.0 ? sqrt(pivot) : 1.0;
    }
}

void tare_solve_substitute(const double* factor, int n, double* values)
{
    for (int i = 0; i < n; ++i) {
        const double* row = factor + start_of_row(i, n);
        values[i] = (values[i] - dot(row, values, i)) / row[i];
    }
    for (int i = n - 1; i >= 0; --i) {
        const double* row = factor + start_of_row(i, n);
        values[i] /= row[i];
        for (int j = 0; j < i; ++j)
            values[j] -= row[j] * values[i];
    }
}
