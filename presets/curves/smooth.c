#include "curves/smooth.h"

#include "curves/curve.h"

#include <math.h>
#include <stddef.h>

/* A cubic whose slope differs by so much at one end is off the straight line by 4/27 of it, and by
   1/4 when both ends differ. */
#define MOST_BENT_DB 0.8

/* Two points may be as near as numbers can be. */
#define LEAST_OCTAVES 1e-9

/** The points of a piece, and how many octaves and decibels lie between. */
typedef struct {
    double octaves, rise_db;
} Piece;

static Piece piece_from(const TareCurve* curve, size_t i)
{
    const TareCurvePoint* const p = &curve->points[i];
    const double octaves = log2(p[1].freq_hz / p[0].freq_hz);
    return (Piece){fmax(octaves, LEAST_OCTAVES), p[1].level_db - p[0].level_db};
}

/** In dB per octave. */
static double slope_of(const Piece* piece)
{
    return piece->rise_db / piece->octaves;
}

/** The slope at a point; at an end that of the piece there. */
static double slope_at(const TareCurve* curve, size_t i)
{
    const bool is_first = i == 0, is_last = i + 1 == curve->n;
    const Piece before = piece_from(curve, is_first ? 0 : i - 1);
    const Piece after = piece_from(curve, is_last ? i - 1 : i);
    if (is_first || is_last)
        return slope_of(is_first ? &after : &before);
    const double a = slope_of(&before), b = slope_of(&after);
    if (a * b <= 0.0)
        return 0.0;
    const double near_before = before.octaves + 2.0 * after.octaves;
    const double near_after = 2.0 * before.octaves + after.octaves;
    return (near_before + near_after) / (near_after / a + near_before / b);
}

/** Holds a slope, in dB per piece, near to that of the straight line. */
static double bound(double slope_db, double rise_db)
{
    return fmin(fmax(slope_db, rise_db - MOST_BENT_DB), rise_db + MOST_BENT_DB);
}

/** The last point at or below a frequency that another one follows. */
static size_t point_below(const TareCurve* curve, double freq_hz)
{
    size_t first = 0, end = curve->n - 1;
    while (end - first > 1) {
        const size_t middle = first + (end - first) / 2;
        if (curve->points[middle].freq_hz > freq_hz)
            end = middle;
        else
            first = middle;
    }
    return first;
}

double tare_smooth_level_db(const TareCurve* curve, double freq_hz)
{
    const TareCurvePoint* const points = curve->points;
    if (freq_hz <= points[0].freq_hz)
        return points[0].level_db;
    if (freq_hz >= points[curve->n - 1].freq_hz)
        return points[curve->n - 1].level_db;
    const size_t i = point_below(curve, freq_hz);
    const Piece piece = piece_from(curve, i);
    const double t = log2(freq_hz / points[i].freq_hz) / piece.octaves, u = 1.0 - t;
    const double from = bound(slope_at(curve, i) * piece.octaves, piece.rise_db);
    const double to = bound(slope_at(curve, i + 1) * piece.octaves, piece.rise_db);
    return u * u * (1.0 + 2.0 * t) * points[i].level_db +
           t * t * (1.0 + 2.0 * u) * points[i + 1].level_db + t * u * (u * from - t * to);
}
