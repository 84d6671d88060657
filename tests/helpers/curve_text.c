#include "helpers/curve_text.h"

#include "curves/curve_file.h"
#include "helpers/seen.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/** Frequencies and levels of the rows that the tests put below headings. */
static const double rows[][2] = {{20, -3.5}, {100, 0.5}, {1000, 0}, {4000, 6.25}, {10000, -12}};
enum { N_ROWS = sizeof rows / sizeof *rows };

const char* table(const char* heading, const char* between, unsigned n_columns, unsigned freq)
{
    static char text[4000];
    size_t used = (size_t)snprintf(text, sizeof text, "%s", heading);
    for (unsigned i = 0; i < N_ROWS; ++i)
        for (unsigned c = 0, level = 0; c < n_columns; ++c) {
            const double value = c == freq ? rows[i][0] : rows[i][1] + level++;
            used += (size_t)snprintf(text + used, sizeof text - used, "%g%s", value,
                                     c + 1 < n_columns ? between : "\n");
        }
    return text;
}

TareStatus read_as(TareCurve* curve, const char* text, TareCurvePart part, Seen* seen)
{
    *seen = (Seen){0};
    const TareReporter reporter = seen_reporter(seen);
    return tare_curve_read_part(curve, "f", text, strlen(text), part, NULL, &reporter);
}

bool gives(const char* text, TareCurvePart part, double added_db)
{
    TareCurve curve;
    Seen seen;
    bool is_good = read_as(&curve, text, part, &seen) == TARE_OK && curve.n == N_ROWS;
    for (unsigned i = 0; i < N_ROWS && is_good; ++i)
        is_good = fabs(curve.points[i].freq_hz - rows[i][0]) < 1e-6 &&
                  fabs(curve.points[i].level_db - rows[i][1] - added_db) < 1e-9;
    if (!is_good)
        printf("%s: %zu points, %s\n", text, curve.n, seen.last);
    tare_curve_clear(&curve);
    return is_good;
}

bool is_refused(const char* text, const char* says)
{
    TareCurve curve;
    Seen seen;
    const TareStatus status = read_as(&curve, text, TARE_CURVE_MEASURED, &seen);
    const bool is_good = status == TARE_BAD_INPUT && strstr(seen.last, says);
    if (!is_good)
        printf("%s: status %d, %s\n", text, (int)status, seen.last);
    tare_curve_clear(&curve);
    return is_good;
}
