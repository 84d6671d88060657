#include "helpers/fit_score.h"

#include "helpers/rates.h"
#include "helpers/stopwatch.h"

#include <math.h>
#include <stdio.h>

void figure_add(Figure* figure, double value)
{
    if (figure->n < FIGURE_MAX_VALUES)
        figure->values[figure->n++] = value;
}

Summary figure_sum_up(const char* name, Figure* figure)
{
    const size_t n = figure->n;
    double sum = 0.0;
    if (n == 0)
        return (Summary){HUGE_VAL, HUGE_VAL, HUGE_VAL, HUGE_VAL};
    sort_numbers(figure->values, n);
    for (size_t i = 0; i < n; ++i)
        sum += figure->values[i];
    const Summary s = {sum / (double)n, figure->values[n / 2], figure->values[n * 95 / 100],
                       figure->values[n - 1]};
    fprintf(stderr, "%-30s %4zu %8.3f %8.3f %8.3f %8.3f\n", name, n, s.mean, s.median, s.p95,
            s.worst);
    return s;
}

double fit_over_db(const TareBandSet* set)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0};
    double highest_db = -HUGE_VAL;
    for (unsigned r = 0; r < 3; ++r) {
        TareBandSet at_rate = *set;
        at_rate.reference_rate_hz = rates_hz[r];
        for (double f = 5.0; f < 0.5 * rates_hz[r]; f *= 1.008)
            highest_db = fmax(highest_db, rates_wanted_db(&at_rate, f));
    }
    return fmax(0.0, highest_db + set->preamp_db);
}

enum { N_POINTS = 479 };

static double freq_at(unsigned i)
{
    return 20.0 * pow(2.0, i / 48.0);
}

/** The mean over `half` points to both sides, fewer near the ends. */
static double mean_around(const double* db, unsigned i, unsigned half)
{
    const unsigned below = half < i ? half : i;
    const unsigned width = below < N_POINTS - 1 - i ? below : N_POINTS - 1 - i;
    double sum = 0.0;
    for (unsigned k = i - width; k <= i + width; ++k)
        sum += db[k];
    return sum / (2 * width + 1);
}

/** What is left of an error when it is smoothed; the treble begins at 6 to 8 kHz. */
static double smooth_error(const double* error_db, unsigned i)
{
    const double octaves = fmin(fmax(log2(freq_at(i) / 6000.0), 0.0), log2(8.0 / 6.0));
    const double treble = 0.5 - 0.5 * cos(M_PI * octaves / log2(8.0 / 6.0));
    return (1.0 - treble) * mean_around(error_db, i, 2) + treble * mean_around(error_db, i, 24);
}

double fit_error_rms_db(const TareCurve* response, const TareCurve* target, const TareBandSet* set)
{
    double error_db[N_POINTS];
    double sum = 0.0, squares = 0.0, mean = 0.0;
    unsigned n = 0, n_mean = 0;
    for (unsigned i = 0; i < N_POINTS; ++i)
        error_db[i] = tare_curve_level_db(response, freq_at(i)) + rates_wanted_db(set, freq_at(i)) -
                      tare_curve_level_db(target, freq_at(i));
    for (unsigned i = 0; i < N_POINTS && freq_at(i) <= 10000.0; ++i) {
        const double db = smooth_error(error_db, i);
        const bool is_in_mean = freq_at(i) >= 300.0 && freq_at(i) <= 3000.0;
        sum += db;
        squares += db * db;
        mean += is_in_mean ? db : 0.0;
        n_mean += is_in_mean;
        ++n;
    }
    mean /= n_mean;
    return sqrt((squares - 2.0 * mean * sum) / n + mean * mean);
}
