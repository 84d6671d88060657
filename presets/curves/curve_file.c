#include "curves/curve_file.h"

#include "base/file.h"
#include "base/text.h"
#include "curves/curve.h"
#include "curves/curve_columns.h"
#include "curves/table_cells.h"
#include "curves/table_text.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    TareCurve* curve;
    TareTableStyle style;
    TareCurveColumns columns;
    size_t n_rows; ///< good ones and bad ones
    unsigned line; ///< where the reader stands
    const char* line_start;
    const char* file;
    const TareReporter* reporter;
} Reader;

/** Reports why a row is left out. Always TARE_OK: the rest counts. */
static TareStatus leave_out(const Reader* reader, TareSpan cell, const char* message)
{
    tare_report(reader->reporter, TARE_WARNING, reader->file, reader->line,
                (unsigned)(cell.first - reader->line_start) + 1, "%s", message);
    return TARE_OK;
}

/** Reports why there is no curve. Always TARE_BAD_INPUT. */
static TareStatus refuse(const Reader* reader, const char* message)
{
    tare_report(reader->reporter, TARE_ERROR, reader->file, 0, 0, "%s", message);
    return TARE_BAD_INPUT;
}

static TareStatus read_row(Reader* reader, TareSpan line)
{
    TareSpan freq, level;
    double freq_hz = 0.0, level_db = 0.0;
    if (++reader->n_rows > TARE_CURVE_MAX_POINTS) {
        tare_report(reader->reporter, TARE_ERROR, reader->file, reader->line, 0,
                    "too many rows; expected at most %d", TARE_CURVE_MAX_POINTS);
        return TARE_BAD_INPUT;
    }
    tare_table_cell(line, reader->style.separator, reader->columns.freq, &freq);
    if (!tare_table_number(freq, reader->style.grouping, &freq_hz))
        return leave_out(reader, freq, "frequency is no number; expected one like 1000");
    freq_hz *= reader->columns.unit_hz;
    if (!(freq_hz > 0.0))
        return leave_out(reader, freq, "frequency is not above 0; expected one in Hz");
    if (!tare_table_cell(line, reader->style.separator, reader->columns.level, &level) ||
        level.first == level.end)
        return leave_out(reader, level, "level is missing; expected one in dB");
    if (!tare_table_number(level, reader->style.grouping, &level_db))
        return leave_out(reader, level, "level is no finite number; expected one like -3.5");
    if (!tare_curve_can_hold(freq_hz, level_db))
        return leave_out(reader, line, "number is too large; expected Hz and dB");
    return tare_curve_append(reader->curve, freq_hz, level_db) ? TARE_OK : TARE_NO_MEMORY;
}

/** Whether a cell stands for a number that there is not. */
static bool is_lost_number(TareSpan cell)
{
    static const char* const words[] = {"nan", "inf", "+inf", "-inf", "-nan", "?", "#", "n/a"};
    if (cell.first == cell.end)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_table_starts_with(cell, words[i]))
            return true;
    return false;
}

/** Whether a line above the first row is a row that lost its frequency, and no heading. */
static bool is_lost_row(const Reader* reader, TareSpan line)
{
    TareSpan freq, level;
    double level_db;
    tare_table_cell(line, reader->style.separator, reader->columns.freq, &freq);
    tare_table_cell(line, reader->style.separator, reader->columns.level, &level);
    return is_lost_number(freq) && tare_table_number(level, reader->style.grouping, &level_db);
}

/** Whether there are only separators. */
static bool is_empty(TareSpan line, char separator)
{
    for (TareSpan cell; tare_table_next_cell(&line, separator, &cell);)
        if (cell.first < cell.end)
            return false;
    return true;
}

static TareStatus read_rows(Reader* reader, TareSpan text)
{
    TareStatus status = TARE_OK;
    while (status == TARE_OK) {
        TareSpan line;
        reader->line_start = text.first;
        if (!tare_table_next_line(&text, &line))
            break;
        reader->line++;
        if (tare_table_is_comment(line) || is_empty(line, reader->style.separator))
            continue;
        if (reader->n_rows || tare_table_is_row(line) || is_lost_row(reader, line))
            status = read_row(reader, line);
    }
    return status;
}

/** Brings the points into order. */
static TareStatus finish(Reader* reader)
{
    const size_t n_merged = tare_curve_arrange(reader->curve);
    const size_t n = reader->curve->n;
    if (!reader->n_rows)
        return refuse(reader, "no rows of numbers; expected frequencies in Hz and levels in dB");
    if (!n)
        return refuse(reader, "no row can be used; expected at least two different frequencies");
    if (n < 2)
        return refuse(reader, "only one frequency can be used; expected at least two");
    if (n_merged)
        tare_report(reader->reporter, TARE_NOTE, reader->file, 0, 0,
                    "%zu rows repeat a frequency, their levels are averaged; expected each once",
                    n_merged);
    if (reader->curve->points[n - 1].freq_hz < 100.0)
        tare_report(reader->reporter, TARE_NOTE, reader->file, 0, 0,
                    "no frequency reaches 100 Hz; expected Hz, or a heading that says kHz");
    return TARE_OK;
}

static TareStatus read_table(Reader* reader, TareSpan text, const char* column)
{
    reader->style = tare_table_style(text);
    TareStatus status = tare_curve_columns_find(&reader->columns, text, reader->style, column,
                                                reader->file, reader->reporter);
    if (status != TARE_OK)
        return status;
    if (reader->style.separator == ',' && reader->columns.n_names < 4 &&
        tare_table_has_mixed_commas(text))
        return refuse(reader, "commas seem to stand both between and inside numbers; expected "
                              "semicolons or tabs between, or a name for each column");
    status = read_rows(reader, text);
    return status == TARE_OK ? finish(reader) : status;
}

TareStatus tare_curve_read_text(TareCurve* curve, const char* file, const char* text, size_t length,
                                const char* column, const TareReporter* reporter)
{
    *curve = (TareCurve){0};
    Reader reader = {.curve = curve, .file = file, .reporter = reporter};
    TareText buffer = {0};
    TareSpan span;
    TareStatus status = tare_table_decode(&span, &buffer, file, text, length, reporter);
    if (status == TARE_OK)
        status = read_table(&reader, span, column);
    if (status != TARE_OK)
        tare_curve_clear(curve);
    tare_text_clear(&buffer);
    return status;
}

typedef struct {
    TareCurve* curve;
    const char* column;
} Wanted;

static TareStatus read_text(void* data, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    const Wanted* const wanted = data;
    return tare_curve_read_text(wanted->curve, path, text, length, wanted->column, reporter);
}

TareStatus tare_curve_read_file(TareCurve* curve, const char* path, const char* column,
                                const TareReporter* reporter)
{
    *curve = (TareCurve){0};
    Wanted wanted = {curve, column};
    return tare_file_read_by(read_text, &wanted, path, TARE_CURVE_MAX_BYTES, reporter);
}

TareStatus tare_curve_read_files(TareCurve* mean, const char* const* paths, size_t n,
                                 const char* column, const TareReporter* reporter)
{
    *mean = (TareCurve){0};
    TareCurve* const curves = calloc(n, sizeof *curves);
    TareStatus status = curves ? TARE_OK : TARE_NO_MEMORY;
    for (size_t i = 0; i < n && status == TARE_OK; ++i)
        status = tare_curve_read_file(&curves[i], paths[i], column, reporter);
    if (status == TARE_OK && !tare_curve_mean(mean, curves, n))
        status = TARE_NO_MEMORY;
    for (size_t i = 0; curves && i < n; ++i)
        tare_curve_clear(&curves[i]);
    free(curves);
    return status;
}
