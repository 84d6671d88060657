#include "curves/stored_curve.h"

#include "base/exact.h"
#include "base/text.h"
#include "curves/curve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FROM_HZ 20.0
#define TOLERANCE_DB 0.07
#define MAX_TENTHS 2000

/* A curve that begins here or below is whole at this end, and so it is above. */
#define BEGINS_HZ 25.0
#define ENDS_HZ 16000.0

enum { POINTS_PER_OCTAVE = 48, N_POINTS = 479, MAX_STEPS = 48 };

static double freq_at(long i)
{
    return FROM_HZ * tare_exact_exp((double)i / POINTS_PER_OCTAVE * TARE_EXACT_LN2);
}

/** Whether the straight line between the rounded levels of two points passes near those between. */
static bool is_straight(const double* level_db, const int* tenths, unsigned from, unsigned to)
{
    const double slope = 0.1 * (tenths[to] - tenths[from]) / (double)(to - from);
    for (unsigned i = from + 1; i < to; ++i)
        if (fabs(0.1 * tenths[from] + slope * (double)(i - from) - level_db[i]) > TOLERANCE_DB)
            return false;
    return true;
}

/** The end of the longest such line up to the last point. */
static unsigned line_end(const double* level_db, const int* tenths, unsigned from, unsigned last)
{
    unsigned end = from + 1;
    for (unsigned to = end + 1; to <= last && to <= from + MAX_STEPS; ++to)
        if (is_straight(level_db, tenths, from, to))
            end = to;
    return end;
}

/** The points that are stored of a curve: all, but beyond an end that is told from a whole one. */
static void find_range(const TareCurve* curve, unsigned* first, unsigned* last)
{
    const double first_hz = curve->points[0].freq_hz;
    const double last_hz = curve->points[curve->n - 1].freq_hz;
    *first = 0;
    *last = N_POINTS - 1;
    while (first_hz > BEGINS_HZ && *first < N_POINTS - 1 && freq_at(*first) < first_hz)
        ++*first;
    while (last_hz<ENDS_HZ&& * last> * first && freq_at(*last) > last_hz)
        --*last;
}

bool tare_stored_curve_write(TareText* text, const TareCurve* curve)
{
    double level_db[N_POINTS];
    int tenths[N_POINTS];
    unsigned first, last;
    find_range(curve, &first, &last);
    for (unsigned i = first; i <= last; ++i) {
        level_db[i] = tare_curve_level_db(curve, freq_at(i));
        if (fabs(level_db[i]) > 0.1 * MAX_TENTHS)
            return false;
        tenths[i] = (int)floor(10.0 * level_db[i] + 0.5);
    }
    if (first > 0 || last < N_POINTS - 1)
        tare_text_format(text, "%u-%u@", first, last);
    tare_text_format(text, "%d", tenths[first]);
    for (unsigned i = first, end; i < last; i = end) {
        end = line_end(level_db, tenths, i, last);
        if (end > i + 1)
            tare_text_format(text, " %u:%d", end - i, tenths[end] - tenths[i]);
        else
            tare_text_format(text, " %d", tenths[end] - tenths[i]);
    }
    return true;
}

/** Reads up to five digits, behind a minus where one may be; `*text` moves behind them. */
static bool read_whole(const char** text, bool may_be_below_0, long* value)
{
    const char* p = *text;
    const bool is_below_0 = may_be_below_0 && *p == '-';
    p += is_below_0;
    const char* const first = p;
    *value = 0;
    for (; *p >= '0' && *p <= '9' && p < first + 5; ++p)
        *value = 10 * *value + (*p - '0');
    *value = is_below_0 ? -*value : *value;
    *text = p;
    return p > first;
}

/** Reads a point behind another one: steps and a change of level, or the latter alone. */
static bool read_step(const char** text, long* steps, long* change)
{
    const char* const begin = ++*text; /* a blank */
    *steps = 1;
    if (read_whole(text, false, steps) && **text == ':' && *steps > 0) {
        ++*text;
    } else {
        *text = begin;
        *steps = 1;
    }
    return read_whole(text, true, change) && (**text == ' ' || !**text);
}

/** Reads which points there are, "166-383@"; a text without that has all. */
static bool read_range(const char** text, long* first, long* last)
{
    const char* p = *text;
    *first = 0;
    *last = N_POINTS - 1;
    if (!strchr(p, '@'))
        return true;
    if (!read_whole(&p, false, first) || *p++ != '-' || !read_whole(&p, false, last) || *p++ != '@')
        return false;
    *text = p;
    return *first <= *last && *last < N_POINTS;
}

static bool read_points(TareCurve* curve, const char* text)
{
    long place = 0, last = 0, tenths = 0;
    if (!read_range(&text, &place, &last) || !read_whole(&text, true, &tenths) ||
        (*text && *text != ' '))
        return false;
    for (;;) {
        if (labs(tenths) > MAX_TENTHS || place > last ||
            !tare_curve_append(curve, freq_at(place), 0.1 * (double)tenths))
            return false;
        if (!*text)
            return place == last;
        long steps = 0, change = 0;
        if (!read_step(&text, &steps, &change))
            return false;
        place += steps;
        tenths += change;
    }
}

bool tare_stored_curve_read(TareCurve* curve, const char* text)
{
    *curve = (TareCurve){0};
    if (read_points(curve, text))
        return true;
    tare_curve_clear(curve);
    return false;
}
