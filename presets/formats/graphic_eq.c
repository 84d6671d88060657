#include "formats/graphic_eq.h"

#include "band_set.h"
#include "base/number.h"
#include "curves/table_cells.h"
#include "curves/table_number.h"
#include "curves/table_text.h"
#include "fit/figures.h"
#include "fit/fit.h"
#include "formats/gathered.h"

#include <math.h>
#include <string.h>

/** One decimal more than anybody hears. */
static const char* text_of(char* text, double value)
{
    return tare_number_format(text, TARE_NUMBER_SIZE, round(value * 100.0) / 100.0);
}

static void leave_out(const TareGathered* gathered, unsigned line, const char* line_start,
                      TareSpan point)
{
    tare_report(gathered->reporter, TARE_WARNING, gathered->file, line,
                (unsigned)(point.first - line_start) + 1,
                "point is not used; expected a frequency above 0 and a level, as in '20 -1.3'");
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
        if (!is_point || !tare_curve_can_hold(freq_hz, level_db))
            leave_out(gathered, line, line_start, point);
        else if (!tare_curve_append(curve, freq_hz, level_db))
            gathered->is_short_of_memory = true;
    }
    (void)tare_curve_arrange(curve);
}

/** Adds a curve to the sum; false when memory is short. */
static bool add(TareCurve* sum, const TareCurve* curve)
{
    const TareCurve flat = {&(TareCurvePoint){1000.0, 0.0}, 1};
    TareCurve turned = {0}, grown = {0};
    const bool is_good = tare_curve_difference(&turned, &flat, curve) &&
                         tare_curve_difference(&grown, sum->n ? sum : &flat, &turned);
    tare_curve_clear(&turned);
    if (is_good) {
        tare_curve_clear(sum);
        *sum = grown;
    }
    return is_good;
}

void tare_graphic_eq_add(TareGraphicEq* graphic, TareGathered* gathered, TareChannel channel,
                         unsigned line, const char* line_start, TareSpan value)
{
    TareCurve curve = {0};
    read_points(&curve, gathered, line, line_start, value);
    if (curve.n == 0) {
        tare_gathered_unused(gathered, TARE_WARNING, line,
                             "the curve has no points; expected some as in '20 -1.3; 21 -1.4'");
        return;
    }
    for (int side = 0; side < TARE_MAX_CHANNELS && !gathered->is_short_of_memory; ++side)
        if (channel == TARE_CHANNEL_BOTH || (channel == TARE_CHANNEL_LEFT) == (side == 0))
            gathered->is_short_of_memory = !add(&graphic->curves[side], &curve);
    tare_curve_clear(&curve);
    graphic->line = graphic->line ? graphic->line : line;
}

static void tell(const TareGathered* gathered, unsigned line, const TareBandSet* set,
                 const TareFitFigures* figures)
{
    char rms[TARE_NUMBER_SIZE], top[TARE_NUMBER_SIZE], largest[TARE_NUMBER_SIZE];
    tare_report(gathered->reporter, TARE_NOTE, gathered->file, line, 0,
                "the curve becomes %u filters: rms %s dB off it to 10 kHz, %s dB above, at most %s "
                "dB at %.0f Hz; expected filters to be exact",
                (unsigned)set->n_bands, text_of(rms, figures->rms_db),
                text_of(top, figures->top_rms_db), text_of(largest, fabs(figures->largest_db)),
                figures->largest_freq_hz);
}

/** Fits so many bands to a curve, for a channel. */
static void fit(const TareCurve* curve, TareGathered* gathered, TareFitter* fitter, unsigned n,
                TareChannel channel, unsigned line)
{
    TareBandSet set = {0};
    if (!tare_fit(fitter, curve, n, &set)) {
        gathered->is_short_of_memory = true;
        return;
    }
    const TareFitFigures figures = tare_fit_figures(curve, &set);
    tell(gathered, line, &set, &figures);
    tare_gathered_preamp(gathered, channel, round(figures.level_db * 100.0) / 100.0);
    for (uint32_t i = 0; i < set.n_bands; ++i) {
        set.bands[i].channel = channel;
        tare_gathered_band(gathered, line, &set.bands[i]);
    }
}

static bool is_same(const TareCurve* a, const TareCurve* b)
{
    bool is_same = a->n == b->n;
    for (size_t i = 0; is_same && i < a->n; ++i)
        is_same = a->points[i].freq_hz == b->points[i].freq_hz &&
                  a->points[i].level_db == b->points[i].level_db;
    return is_same;
}

void tare_graphic_eq_fit(TareGraphicEq* graphic, TareGathered* gathered, double rate_hz)
{
    const bool is_one = is_same(&graphic->curves[0], &graphic->curves[1]);
    const unsigned n_curves = !is_one && graphic->curves[0].n && graphic->curves[1].n ? 2 : 1;
    const unsigned n_used =
        (unsigned)gathered->n_bands + (is_one ? 0u : 1u); /* one for a level between */
    if (!graphic->line || gathered->is_short_of_memory)
        return;
    if (n_used + n_curves > TARE_MAX_BANDS) {
        tare_gathered_unused(gathered, TARE_WARNING, graphic->line,
                             "there is no room for filters of the curve; expected fewer beside it");
        return;
    }
    const unsigned n = (TARE_MAX_BANDS - n_used) / n_curves;
    TareFitOptions options = tare_fit_default_options();
    options.rate_hz = rate_hz;
    TareFitter* const fitter = tare_fitter_new(&options);
    gathered->is_short_of_memory = !fitter;
    for (int side = 0; side < (is_one ? 1 : TARE_MAX_CHANNELS); ++side)
        if (graphic->curves[side].n && !gathered->is_short_of_memory)
            fit(&graphic->curves[side], gathered, fitter, n,
                is_one      ? TARE_CHANNEL_BOTH
                : side == 0 ? TARE_CHANNEL_LEFT
                            : TARE_CHANNEL_RIGHT,
                graphic->line);
    tare_fitter_free(fitter);
}

void tare_graphic_eq_clear(TareGraphicEq* graphic)
{
    for (int side = 0; side < TARE_MAX_CHANNELS; ++side)
        tare_curve_clear(&graphic->curves[side]);
    *graphic = (TareGraphicEq){.line = 0};
}
