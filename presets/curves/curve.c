#include "curves/curve.h"

#include "base/exact.h"
#include "base/list.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

bool tare_curve_can_hold(double freq_hz, double level_db)
{
    return isfinite(freq_hz) && freq_hz > 0.0 && fabs(level_db) <= TARE_CURVE_MAX_DB;
}

bool tare_curve_append(TareCurve* curve, double freq_hz, double level_db)
{
    TareCurvePoint* const points = tare_list_grow(curve->points, curve->n, sizeof *points);
    if (!points)
        return false;
    curve->points = points;
    points[curve->n++] = (TareCurvePoint){freq_hz, level_db};
    return true;
}

/** The level decides between equal frequencies, so that sums do not depend on the order. */
static int compare_points(const void* a, const void* b)
{
    const TareCurvePoint* const x = a;
    const TareCurvePoint* const y = b;
    if (x->freq_hz != y->freq_hz)
        return x->freq_hz < y->freq_hz ? -1 : 1;
    return (x->level_db > y->level_db) - (x->level_db < y->level_db);
}

static bool is_ascending(const TareCurve* curve)
{
    for (size_t i = 1; i < curve->n; ++i)
        if (!(curve->points[i - 1].freq_hz < curve->points[i].freq_hz))
            return false;
    return true;
}

size_t tare_curve_arrange(TareCurve* curve)
{
    if (is_ascending(curve))
        return 0;
    TareCurvePoint* const points = curve->points;
    qsort(points, curve->n, sizeof *points, compare_points);
    size_t n = 0;
    for (size_t i = 0, end; i < curve->n; i = end) {
        double sum_db = 0.0;
        for (end = i; end < curve->n && points[end].freq_hz == points[i].freq_hz; ++end)
            sum_db += points[end].level_db;
        points[n++] = (TareCurvePoint){points[i].freq_hz, sum_db / (double)(end - i)};
    }
    const size_t n_merged = curve->n - n;
    curve->n = n;
    return n_merged;
}

/** The first point above a frequency; n when there is none. */
static size_t find_above(const TareCurvePoint* points, size_t n, double freq_hz)
{
    size_t first = 0, end = n;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (points[middle].freq_hz > freq_hz)
            end = middle;
        else
            first = middle + 1;
    }
    return first;
}

double tare_curve_level_db(const TareCurve* curve, double freq_hz)
{
    return tare_curve_points_level_db(curve->points, curve->n, freq_hz);
}

double tare_curve_points_level_db(const TareCurvePoint* points, size_t n, double freq_hz)
{
    const size_t above = find_above(points, n, freq_hz);
    if (above == 0)
        return points[0].level_db;
    const TareCurvePoint* const low = &points[above - 1];
    if (above == n || low->freq_hz == freq_hz)
        return low->level_db;
    const TareCurvePoint* const high = low + 1;
    const double log_low = tare_exact_log(low->freq_hz);
    const double width = tare_exact_log(high->freq_hz) - log_low;
    /* neighbours among the numbers may have the same logarithm */
    const double part = width > 0.0 ? (tare_exact_log(freq_hz) - log_low) / width : 0.0;
    return low->level_db + part * (high->level_db - low->level_db);
}

/** Makes a curve with each frequency of n others and 0 dB. */
static bool unite(TareCurve* united, const TareCurve* curves, size_t n)
{
    united->n = 0;
    for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < curves[i].n; ++k) {
            if (!tare_curve_append(united, curves[i].points[k].freq_hz, 0.0)) {
                tare_curve_clear(united);
                return false;
            }
        }
    }
    tare_curve_arrange(united);
    return true;
}

bool tare_curve_mean(TareCurve* mean, const TareCurve* curves, size_t n)
{
    if (!unite(mean, curves, n))
        return false;
    for (size_t k = 0; k < mean->n; ++k) {
        TareCurvePoint* const point = &mean->points[k];
        for (size_t i = 0; i < n; ++i)
            point->level_db += tare_curve_level_db(&curves[i], point->freq_hz);
        point->level_db /= (double)n;
    }
    return true;
}

bool tare_curve_difference(TareCurve* difference, const TareCurve* minuend,
                           const TareCurve* subtrahend)
{
    const TareCurve both[] = {*minuend, *subtrahend};
    if (!unite(difference, both, 2))
        return false;
    for (size_t k = 0; k < difference->n; ++k) {
        TareCurvePoint* const point = &difference->points[k];
        point->level_db = tare_curve_level_db(minuend, point->freq_hz) -
                          tare_curve_level_db(subtrahend, point->freq_hz);
    }
    return true;
}

void tare_curve_clear(TareCurve* curve)
{
    free(curve->points);
    *curve = (TareCurve){0};
}
