#include "formats/graphic_eq.h"

#include "base/text.h"
#include "curves/table_cells.h"
#include "curves/table_number.h"
#include "curves/table_text.h"
#include "formats/gathered.h"

#include <math.h>
#include <string.h>

/* No equaliser does as much. */
#define MAX_LEVEL_DB 150.0

static void leave_out(const TareGathered* gathered, unsigned line, const char* line_start,
                      TareSpan point)
{
    tare_report(gathered->reporter, TARE_WARNING, gathered->file, line,
                (unsigned)(point.first - line_start) + 1,
                "point is not used; expected a frequency above 0 and a level within 150 "
                "dB, as in '20 -1.3'");
}

/** Reads "20 -1.3". */
static bool read_point(TareSpan point, double* freq_hz, double* level_db)
{
    TareSpan freq, level;
    return tare_table_cell(point, ' ', 0, &freq) && tare_table_cell(point, ' ', 1, &level) &&
           tare_table_n_cells(point, ' ') == 2 && tare_table_number(freq, 0, freq_hz) &&
           tare_table_number(level, 0, level_db);
}

static void read_points(TareCurve* curve, TareGathered* gathered, unsigned line,
                        const char* line_start, TareSpan rest)
{
    while (rest.first < rest.end && !gathered->is_short_of_memory) {
        double freq_hz = 0.0, level_db = 0.0;
        const char* const mark = memchr(rest.first, ';', (size_t)(rest.end - rest.first));
        const TareSpan point = tare_table_trim((TareSpan){rest.first, mark ? mark : rest.end});
        rest.first = mark ? mark + 1 : rest.end;
        if (point.first == point.end)
            continue;
        const bool is_point = read_point(point, &freq_hz, &level_db);
        /* what stands at 0 Hz is nowhere on a logarithmic scale: it changes nothing */
        if (is_point && freq_hz == 0.0)
            continue;
        if (!is_point || !tare_curve_can_hold(freq_hz, level_db) || fabs(level_db) > MAX_LEVEL_DB)
            leave_out(gathered, line, line_start, point);
        else if (!tare_curve_append(curve, freq_hz, level_db))
            gathered->is_short_of_memory = true;
    }
    (void)tare_curve_arrange(curve);
}

void tare_graphic_eq_add(TareGathered* gathered, TareChannel channel, unsigned line,
                         const char* line_start, TareSpan value)
{
    TareCurve curve = {0};
    read_points(&curve, gathered, line, line_start, value);
    if (curve.n == 0)
        tare_gathered_unused(gathered, TARE_WARNING, line,
                             "the curve has no points; expected some as in '20 -1.3; 21 -1.4'");
    else
        tare_gathered_curve(gathered, line, channel, &curve);
    tare_curve_clear(&curve);
}
