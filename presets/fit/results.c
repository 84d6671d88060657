#include "fit/results.h"

#include "base/file.h"
#include "base/number.h"
#include "base/path.h"
#include "base/text.h"
#include "fit/order.h"
#include "fit/outcome.h"
#include "tare/version.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_OPTIONS_BYTES = 1 << 16 };

/** Appends a part of a path in which nothing leads elsewhere. */
static void append_part(TareText* path, const char* part)
{
    if (!part)
        return;
    tare_text_append(path, "/", 1);
    if (*part == '.')
        tare_text_append(path, "_", 1);
    for (; *part; ++part)
        tare_text_append(path, *part == '/' ? "-" : part, 1);
}

char* tare_fit_results_path(const TareFitResults* results, const TareFitRow* row)
{
    TareText path = {0};
    tare_text_format(&path, "%s", results->folder);
    append_part(&path, row->source);
    append_part(&path, row->form);
    append_part(&path, row->model);
    tare_text_format(&path, "%s", results->ending);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

/** Where the result of a row goes. */
typedef struct {
    char* path; ///< owned
    unsigned line;
} Result;

static int compare_results(const void* a, const void* b)
{
    const Result* x = a;
    const Result* y = b;
    const int by_path = strcmp(x->path, y->path);
    return by_path ? by_path : (x->line > y->line) - (x->line < y->line);
}

/** Reports the first row whose result would be the file of another one. */
static TareStatus check_apart(const TareFitRows* rows, Result* all, const TareReporter* reporter)
{
    qsort(all, rows->n, sizeof *all, compare_results);
    for (size_t i = 1; i < rows->n; ++i) {
        if (strcmp(all[i].path, all[i - 1].path) != 0)
            continue;
        tare_report(reporter, TARE_ERROR, rows->path, all[i].line, 1,
                    "row has the source, form and model of line %u; expected others",
                    all[i - 1].line);
        return TARE_BAD_INPUT;
    }
    return TARE_OK;
}

TareStatus tare_fit_results_check(const TareFitResults* results, const TareFitRows* rows,
                                  const TareReporter* reporter)
{
    Result* const all = calloc(rows->n + 1, sizeof *all);
    size_t n = 0;
    while (all && n < rows->n) {
        all[n] = (Result){tare_fit_results_path(results, &rows->rows[n]), rows->rows[n].line};
        if (!all[n].path)
            break;
        ++n;
    }
    const TareStatus status =
        all && n == rows->n ? check_apart(rows, all, reporter) : TARE_NO_MEMORY;
    while (n)
        free(all[--n].path);
    free(all);
    return status;
}

static void append_number(TareText* text, double value)
{
    char number[TARE_NUMBER_SIZE];
    tare_text_format(text, " %s", tare_number_format(number, sizeof number, value));
}

static void append_count(TareText* text, TareFitCount count)
{
    if (count.is_fewest)
        tare_text_format(text, " --filters auto");
    else
        tare_text_format(text, " --filters %u", count.n);
}

static void append_choice(TareText* text, const char* name, const char* value)
{
    tare_text_format(text, " --%s %s", name, value ? value : "-");
}

/** All that decides about the bytes of the results, as on the command line; to be freed. */
static char* options_text(const TareFitOrder* order)
{
    const TareWishOptions* const wish = &order->wish;
    const TareTargetBend* const bend = &order->bend;
    const double numbers[] = {bend->bass_db,           bend->tilt_db_per_octave,
                              bend->treble_db,         bend->ear_db,
                              order->n_restarts,       order->rate_hz,
                              wish->smoothing_octaves, wish->treble_smoothing_octaves,
                              wish->treble_limit_hz,   wish->max_boost_db,
                              wish->treble_boost,      wish->max_slope_db_per_octave};
    TareText text = {0};
    tare_text_format(&text, "tare %s fit", TARE_VERSION);
    append_count(&text, order->count);
    tare_text_format(&text, "%s", order->is_gain_curve ? " --gain-curve" : "");
    append_choice(&text, "target", order->target);
    append_choice(&text, "sound-like", order->like);
    append_choice(&text, "form", order->form);
    append_choice(&text, "rig", order->rig);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i)
        append_number(&text, numbers[i]);
    tare_text_append(&text, "\n", 1);
    if (text.failed)
        tare_text_clear(&text);
    return text.data;
}

static bool write_text(FILE* out, void* data)
{
    return fputs(data, out) >= 0;
}

/** Whether a file that is there holds a text. */
static bool holds(const char* path, const char* wanted, const TareReporter* reporter)
{
    char* found = NULL;
    size_t length = 0;
    const bool is_same =
        tare_file_read(path, MAX_OPTIONS_BYTES, &found, &length, reporter) == TARE_OK &&
        strcmp(found, wanted) == 0;
    free(found);
    return is_same;
}

static TareStatus prepare(const char* folder, const char* path, char* options,
                          const TareReporter* reporter)
{
    if (access(path, F_OK) == 0) {
        if (holds(path, options, reporter))
            return TARE_OK;
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "%s holds results of other options; expected another folder", folder);
        return TARE_BAD_INPUT;
    }
    if (tare_path_make_folders(path))
        return tare_file_replace(path, write_text, options, reporter);
    tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                "%s cannot be made: %s; expected a folder that can be written", folder,
                strerror(errno));
    return TARE_BAD_INPUT;
}

TareStatus tare_fit_results_prepare(const TareFitResults* results, const TareFitOrder* order,
                                    const TareReporter* reporter)
{
    char* const options = options_text(order);
    char* const path = tare_path_join(results->folder, "tare-fit.options");
    const TareStatus status =
        options && path ? prepare(results->folder, path, options, reporter) : TARE_NO_MEMORY;
    free(options);
    free(path);
    return status;
}
