#include "curves/curve_file.h"

#include "base/file.h"
#include "base/text.h"
#include "curves/curve.h"
#include "curves/curve_columns.h"
#include "curves/table_cells.h"
#include "curves/table_number.h"
#include "curves/table_style.h"
#include "curves/table_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* No headphone is so loud or so quiet, and no difference of two is. */
#define MAX_LEVEL_DB 200.0

/* Measured levels are louder than this unless they are those beside some reference. */
#define MIN_SPL_DB 30.0

/* No linear response, beside 1 at some frequency, has more. */
#define MAX_RATIO 20.0

enum { MIN_RATIOS = 5 }; ///< so few levels above 0 may be chance

enum { MAX_WARNINGS = 20 };

/** One pass over the rows, for one column of levels. */
typedef struct {
    TareCurve* curve;
    TareTableStyle style;
    TareCurveColumns columns;
    size_t level;     ///< the column
    bool is_decibel;  ///< a level says so
    size_t n_rows;    ///< good ones and bad ones
    size_t n_lost;    ///< without a number where one should be
    size_t n_strange; ///< with something that could not be read, be it a number or not
    size_t n_warnings;
    unsigned line; ///< where the reader stands
    const char* line_start;
    const char* file;
    const TareReporter* reporter;
} Reader;

/** Reports why a row is left out, for the first ones. Always TARE_OK: the rest counts. */
static TareStatus leave_out(Reader* reader, TareSpan cell, const char* message)
{
    ++*(tare_table_is_lost(cell) ? &reader->n_lost : &reader->n_strange);
    if (reader->n_warnings++ < MAX_WARNINGS)
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

static TareStatus refuse_level(const Reader* reader, TareSpan cell)
{
    tare_report(reader->reporter, TARE_ERROR, reader->file, reader->line,
                (unsigned)(cell.first - reader->line_start) + 1,
                "level of %.*s; expected dB, within -200 to 200", (int)(cell.end - cell.first),
                cell.first);
    return TARE_BAD_INPUT;
}

static TareStatus read_level(Reader* reader, TareSpan line, double freq_hz)
{
    TareSpan level;
    double level_db = 0.0;
    if (!tare_table_cell(line, reader->style.separator, reader->level, &level) ||
        level.first == level.end)
        return leave_out(reader, level, "level is missing; expected one in dB");
    if (!tare_table_level(level, reader->style.grouping, &level_db))
        return leave_out(reader, level, "level is no finite number; expected one like -3.5");
    if (fabs(level_db) > MAX_LEVEL_DB)
        return refuse_level(reader, level);
    if (level.end - level.first > 2 &&
        tare_table_starts_with((TareSpan){level.end - 2, level.end}, "db"))
        reader->is_decibel = true;
    if (!tare_curve_can_hold(freq_hz, level_db))
        return leave_out(reader, line, "number is too large; expected Hz and dB");
    return tare_curve_append(reader->curve, freq_hz, level_db) ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus read_row(Reader* reader, TareSpan line)
{
    TareSpan freq;
    double freq_hz = 0.0;
    bool has_unit = false;
    if (++reader->n_rows > TARE_CURVE_MAX_POINTS) {
        tare_report(reader->reporter, TARE_ERROR, reader->file, reader->line, 0,
                    "too many rows; expected at most %d", TARE_CURVE_MAX_POINTS);
        return TARE_BAD_INPUT;
    }
    tare_table_cell(line, reader->style.separator, reader->columns.freq, &freq);
    if (!tare_table_frequency(freq, reader->style.freq_grouping, &freq_hz, &has_unit))
        return leave_out(reader, freq, "frequency is no number; expected one like 1000");
    if (!has_unit)
        freq_hz *= reader->columns.unit_hz;
    if (!(freq_hz > 0.0))
        return leave_out(reader, freq, "frequency is not above 0; expected one in Hz");
    return read_level(reader, line, freq_hz);
}

/** Whether a line above the first row is a row that lost its frequency, and no heading. */
static bool is_lost_row(const Reader* reader, TareSpan line)
{
    TareSpan freq, level;
    double level_db;
    tare_table_cell(line, reader->style.separator, reader->columns.freq, &freq);
    tare_table_cell(line, reader->style.separator, reader->level, &level);
    return tare_table_is_lost(freq) && tare_table_level(level, reader->style.grouping, &level_db);
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
        const bool is_below =
            reader->columns.first_row > 0 && reader->line >= reader->columns.first_row;
        if (is_below || reader->n_rows || is_lost_row(reader, line))
            status = read_row(reader, line);
    }
    return status;
}

/** Whether so few rows are lost that the rest can stand for all: numbers that are not there are
    gaps, but what cannot be read may be half of the frequencies. */
static TareStatus check_lost(const Reader* reader)
{
    const size_t n_lost = reader->n_lost + reader->n_strange;
    if (n_lost > MAX_WARNINGS)
        tare_report(reader->reporter, TARE_NOTE, reader->file, 0, 0,
                    "%zu rows are left out, the first %d are named; expected numbers", n_lost,
                    MAX_WARNINGS);
    if (reader->n_strange * 10 <= reader->n_rows && n_lost * 2 <= reader->n_rows)
        return TARE_OK;
    tare_report(reader->reporter, TARE_ERROR, reader->file, 0, 0,
                "%zu of %zu rows cannot be read; expected a number for frequency and level each",
                n_lost, reader->n_rows);
    return TARE_BAD_INPUT;
}

/** Whether the levels may be meant as they are read: in dB, and of a headphone. */
static TareStatus check_levels(const Reader* reader)
{
    const TareCurve* const curve = reader->curve;
    double lowest = HUGE_VAL, highest = -HUGE_VAL;
    for (size_t i = 0; i < curve->n; ++i) {
        lowest = fmin(lowest, curve->points[i].level_db);
        highest = fmax(highest, curve->points[i].level_db);
    }
    if (reader->columns.sensitivity && fmax(highest, -lowest) < MIN_SPL_DB) {
        tare_report(reader->reporter, TARE_ERROR, reader->file, reader->columns.sensitivity, 0,
                    "this tells the sensitivity of a microphone, whose calibration follows, by its "
                    "levels; expected a measured headphone");
        return TARE_BAD_INPUT;
    }
    const bool is_likely = reader->columns.may_be_ratio || (lowest < 1.0 && highest > 1.0);
    if (!(lowest > 0.0 && highest > lowest && highest <= MAX_RATIO) || !is_likely ||
        reader->is_decibel || reader->columns.is_decibel || curve->n < MIN_RATIOS)
        return TARE_OK;
    tare_report(
        reader->reporter, reader->columns.may_be_ratio ? TARE_ERROR : TARE_NOTE, reader->file, 0, 0,
        "levels from %.3g to %.3g, which nothing says to be in dB, may be ratios; expected dB",
        lowest, highest);
    return reader->columns.may_be_ratio ? TARE_BAD_INPUT : TARE_OK;
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
    const TareStatus status = check_lost(reader);
    if (status != TARE_OK)
        return status;
    if (n_merged)
        tare_report(reader->reporter, TARE_NOTE, reader->file, 0, 0,
                    "%zu rows repeat a frequency, their levels are averaged; expected each once",
                    n_merged);
    if (reader->curve->points[n - 1].freq_hz < 100.0)
        return refuse(reader,
                      "no frequency reaches 100 Hz; expected Hz, or a heading that says kHz");
    return check_levels(reader);
}

/** Reads the curve of each column of levels and makes their mean. */
static TareStatus read_levels(const Reader* reader, TareSpan text)
{
    TareCurve curves[TARE_CURVE_MAX_LEVELS] = {{0}};
    TareStatus status = TARE_OK;
    const size_t n = reader->columns.n_levels;
    for (size_t i = 0; i < n && status == TARE_OK; ++i) {
        Reader pass = *reader;
        pass.curve = &curves[i];
        pass.level = reader->columns.levels[i];
        pass.columns.freq = reader->columns.freqs[i];
        status = read_rows(&pass, text);
        if (status == TARE_OK)
            status = finish(&pass);
    }
    if (status == TARE_OK && n == 1) {
        *reader->curve = curves[0];
        return TARE_OK;
    }
    if (status == TARE_OK && !tare_curve_mean(reader->curve, curves, n))
        status = TARE_NO_MEMORY;
    for (size_t i = 0; i < n; ++i)
        tare_curve_clear(&curves[i]);
    return status;
}

static TareStatus read_table(Reader* reader, TareSpan text, TareCurvePart part, const char* column)
{
    reader->style = tare_table_style(text);
    TareStatus status = tare_curve_columns_find(&reader->columns, text, reader->style, part, column,
                                                reader->file, reader->reporter);
    if (status != TARE_OK)
        return status;
    if (reader->style.separator == ',' && reader->columns.n_names < 4 &&
        tare_table_has_mixed_commas(text))
        return refuse(reader, "commas seem to stand both between and inside numbers; expected "
                              "semicolons or tabs between, or a name for each column");
    return read_levels(reader, text);
}

/** The same for a text in which blanks may stand inside frequencies, or bars between cells. */
static TareStatus read_rewritten(Reader* reader, TareSpan text, TareCurvePart part,
                                 const char* column)
{
    const bool has_bars = tare_table_has_bars(text);
    if (!has_bars && !tare_table_has_blank_groups(text))
        return read_table(reader, text, part, column);
    TareText other = {0};
    (has_bars ? tare_table_replace_bars : tare_table_join_groups)(&other, text);
    const TareStatus status =
        other.failed
            ? TARE_NO_MEMORY
            : read_table(reader, (TareSpan){other.data, other.data + other.length}, part, column);
    tare_text_clear(&other);
    return status;
}

TareStatus tare_curve_read_part(TareCurve* curve, const char* file, const char* text, size_t length,
                                TareCurvePart part, const char* column,
                                const TareReporter* reporter)
{
    *curve = (TareCurve){0};
    Reader reader = {.curve = curve, .file = file, .reporter = reporter};
    TareText buffer = {0};
    TareSpan span;
    TareStatus status = tare_table_decode(&span, &buffer, file, text, length, reporter);
    if (status == TARE_OK)
        status = read_rewritten(&reader, span, part, column);
    if (status != TARE_OK)
        tare_curve_clear(curve);
    tare_text_clear(&buffer);
    return status;
}

TareStatus tare_curve_read_text(TareCurve* curve, const char* file, const char* text, size_t length,
                                const char* column, const TareReporter* reporter)
{
    return tare_curve_read_part(curve, file, text, length, TARE_CURVE_MEASURED, column, reporter);
}

typedef struct {
    TareCurve* curve;
    TareCurvePart part;
    const char* column;
} Wanted;

static TareStatus read_text(void* data, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    const Wanted* const wanted = data;
    return tare_curve_read_part(wanted->curve, path, text, length, wanted->part, wanted->column,
                                reporter);
}

TareStatus tare_curve_read_file_part(TareCurve* curve, const char* path, TareCurvePart part,
                                     const char* column, const TareReporter* reporter)
{
    *curve = (TareCurve){0};
    Wanted wanted = {curve, part, column};
    const size_t length = strlen(path);
    if (length >= 4 &&
        tare_table_starts_with((TareSpan){path + length - 4, path + length}, ".zma")) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "files that end in .zma hold impedances; expected levels in dB");
        return TARE_BAD_INPUT;
    }
    return tare_file_read_by(read_text, &wanted, path, TARE_CURVE_MAX_BYTES, reporter);
}

TareStatus tare_curve_read_file(TareCurve* curve, const char* path, const char* column,
                                const TareReporter* reporter)
{
    return tare_curve_read_file_part(curve, path, TARE_CURVE_MEASURED, column, reporter);
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
