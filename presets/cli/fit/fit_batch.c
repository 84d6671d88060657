/* Fits a list of measurements: each result is a file of its own that is there whole or not at all,
   so that an interrupted batch goes on where it was. */

#include "base/file.h"
#include "base/interrupt.h"
#include "base/number.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/fit/fit_list.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "curves/curve_file.h"
#include "formats/apo.h"
#include "names/product_name.h"
#include "tare/version.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/** "OUT/source/form/model ParametricEQ.txt", to be freed. */
static char* result_path(const TareFitList* list, const TareFitRow* row)
{
    TareText path = {0};
    tare_text_format(&path, "%s", list->request->out_folder);
    append_part(&path, row->source);
    append_part(&path, row->form);
    append_part(&path, row->model);
    tare_text_format(&path, " ParametricEQ.txt");
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

static char* path_in_list(const TareFitList* list, const char* name)
{
    return name[0] == '/' ? tare_text_copy(name, strlen(name)) : tare_path_join(list->folder, name);
}

static bool write_apo(FILE* out, void* data)
{
    return tare_apo_format.write(out, data, tare_cli_reporter());
}

/** Writes a result. */
static TareStatus keep(const TareFitList* list, const TareFitRow* row, const TareBandSet* set,
                       const char* target)
{
    char* const path = result_path(list, row);
    TareCorrection c = {.entry.kind = TARE_KIND_MEASUREMENT, .set = *set};
    const bool is_good =
        path && tare_text_set(&c.entry.id, "fit/tare") && tare_text_set(&c.entry.author, "Tare") &&
        tare_text_set(&c.entry.rig, row->source) && tare_text_set(&c.entry.target, target) &&
        tare_product_name_split(row->model, "", &c.entry.brand, &c.entry.model) &&
        tare_fit_request_add_evidence(list->request, &c, row->response, target) &&
        (tare_path_make_folders(path) || errno != ENOMEM);
    const TareStatus status =
        is_good ? tare_file_replace(path, write_apo, &c, tare_cli_reporter()) : TARE_NO_MEMORY;
    tare_correction_clear(&c);
    free(path);
    return status;
}

/** Fits one row of which the curve is read. */
static TareStatus fit_response(const TareFitList* list, const TareFitRow* row, TareFitter* fitter,
                               const TareCurve* response)
{
    const TareFitRequest* const request = list->request;
    TareBandSet set;
    TareFitOutcome outcome;
    if (request->gain_curve)
        return tare_fit_curve(fitter, response, request->count, &set, &outcome)
                   ? keep(list, row, &set, NULL)
                   : TARE_NO_MEMORY;
    TareForm form = TARE_FORM_UNKNOWN;
    TareFitTarget target = {0};
    char* const usual = row->target ? path_in_list(list, row->target) : NULL;
    (void)tare_fit_request_form(request->command, request->form ? request->form : row->form, &form);
    const TareRig rig = tare_rig_find(request->rig ? request->rig : row->source);
    const bool has_target =
        tare_fit_target_find(&target, request, form, rig, usual) == TARE_EXIT_DONE;
    TareStatus status = TARE_BAD_INPUT;
    if (has_target)
        status =
            tare_fit_measured(fitter, response, &target.goal, &request->wish, request->count, &set,
                              &outcome)
                ? keep(list, row, &set, row->target && !request->target ? row->target : target.name)
                : TARE_NO_MEMORY;
    tare_fit_target_clear(&target);
    free(usual);
    return status;
}

static bool is_there(const TareFitList* list, const TareFitRow* row)
{
    char* const path = result_path(list, row);
    struct stat status;
    const bool is_there = path && stat(path, &status) == 0 && S_ISREG(status.st_mode);
    free(path);
    return is_there;
}

static TareStatus fit_row(const TareFitList* list, const TareFitRow* row, TareFitter* fitter)
{
    if (is_there(list, row))
        return TARE_OK;
    TareCurve response = {0};
    char* const path = path_in_list(list, row->response);
    TareStatus status =
        path ? tare_curve_read_file(&response, path, list->request->column, tare_cli_reporter())
             : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = fit_response(list, row, fitter, &response);
    tare_curve_clear(&response);
    free(path);
    return status;
}

/** Fits every n-th row from `first` on and tells of each with a byte; the exit of the process. */
static int work(const TareFitList* list, size_t first, size_t n, int progress)
{
    TareFitter* const fitter = tare_fit_request_fitter(list->request);
    if (!fitter)
        return TARE_EXIT_WRONG;
    int state = TARE_EXIT_DONE;
    for (size_t i = first; i < list->n && !tare_interrupt_came(); i += n) {
        const char byte = (char)(fit_row(list, &list->rows[i], fitter) != TARE_OK);
        if (byte)
            state = TARE_EXIT_UNUSED;
        if (write(progress, &byte, 1) != 1)
            break;
    }
    tare_fitter_free(fitter);
    return state;
}

/** Counts what the workers tell until the last one is done. */
static size_t watch(const TareFitList* list, int progress)
{
    size_t n_done = 0, n_failed = 0;
    char bytes[256];
    for (;;) {
        tare_terminal_progress("measurements", (double)n_done, (double)list->n);
        const ssize_t n = read(progress, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        n_done += (size_t)n;
        for (ssize_t i = 0; i < n; ++i)
            n_failed += bytes[i] != 0;
    }
    tare_terminal_clear_progress();
    return n_failed + (list->n - n_done);
}

static TareExit run_workers(const TareFitList* list)
{
    const size_t n = (size_t)list->request->n_jobs;
    int ends[2];
    if (pipe(ends) != 0) {
        tare_cli_error(list->request->command, "no pipe can be had: %s", strerror(errno));
        return TARE_EXIT_UNUSED;
    }
    for (size_t i = 0; i < n; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            _exit(work(list, i, n, ends[1]));
        }
        if (child < 0)
            tare_cli_error(list->request->command, "no process can be had: %s", strerror(errno));
    }
    close(ends[1]);
    const size_t n_missing = watch(list, ends[0]);
    close(ends[0]);
    while (wait(NULL) > 0 || errno == EINTR)
        ;
    printf("%zu of %zu fitted\n", list->n - n_missing, list->n);
    return n_missing ? TARE_EXIT_UNUSED : TARE_EXIT_DONE;
}

/** All that decides about the bytes of the results. */
static char* options_text(const TareFitRequest* r)
{
    const double numbers[] = {r->bass_db,
                              r->tilt_db_per_octave,
                              r->n_restarts,
                              r->rate_hz,
                              r->wish.smoothing_octaves,
                              r->wish.treble_smoothing_octaves,
                              r->wish.treble_limit_hz,
                              r->wish.max_boost_db,
                              r->wish.treble_boost,
                              r->wish.max_slope_db_per_octave};
    TareText text = {0};
    tare_text_format(
        &text, "tare %s fit --filters %s%s --target %s --sound-like %s --form %s --rig %s",
        TARE_VERSION, r->filters, r->gain_curve ? " --gain-curve" : "", r->target ? r->target : "-",
        r->sound_like ? r->sound_like : "-", r->form ? r->form : "-", r->rig ? r->rig : "-");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i) {
        char number[TARE_NUMBER_SIZE];
        tare_text_format(&text, " %s", tare_number_format(number, sizeof number, numbers[i]));
    }
    tare_text_append(&text, "\n", 1);
    if (text.failed)
        tare_text_clear(&text);
    return text.data;
}

static bool write_text(FILE* out, void* data)
{
    return fputs(data, out) >= 0;
}

/** Makes the folder, or sees to it that what lies there was made with the same options. */
static TareExit prepare_folder(const TareFitRequest* request)
{
    char* const wanted = options_text(request);
    char* found = NULL;
    size_t length = 0;
    TareText path = {0};
    struct stat status;
    tare_text_format(&path, "%s/tare-fit.options", request->out_folder);
    TareExit state = TARE_EXIT_DONE;
    if (!wanted || path.failed) {
        state = tare_cli_no_memory(request->command);
    } else if (stat(path.data, &status) == 0) {
        if (tare_file_read(path.data, 1 << 16, &found, &length, tare_cli_reporter()) != TARE_OK ||
            strcmp(found, wanted) != 0) {
            tare_cli_error(request->command,
                           "%s holds results of other options; expected another folder",
                           request->out_folder);
            state = TARE_EXIT_WRONG;
        }
    } else if (!tare_path_make_folders(path.data) ||
               tare_file_replace(path.data, write_text, wanted, tare_cli_reporter()) != TARE_OK) {
        tare_cli_error(request->command, "%s cannot be made; expected a folder that can be written",
                       request->out_folder);
        state = TARE_EXIT_WRONG;
    }
    free(wanted);
    free(found);
    tare_text_clear(&path);
    return state;
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
static TareExit check_apart(const TareFitList* list, Result* results)
{
    qsort(results, list->n, sizeof *results, compare_results);
    for (size_t i = 1; i < list->n; ++i) {
        if (strcmp(results[i].path, results[i - 1].path) != 0)
            continue;
        tare_report(tare_cli_reporter(), TARE_ERROR, list->request->batch, results[i].line, 1,
                    "row has the source, form and model of line %u; expected others",
                    results[i - 1].line);
        return TARE_EXIT_WRONG;
    }
    return TARE_EXIT_DONE;
}

/** Sees to it that each row gets a file of its own. */
static TareExit check_results(const TareFitList* list)
{
    Result* const results = calloc(list->n + 1, sizeof *results);
    size_t n = 0;
    while (results && n < list->n) {
        results[n] = (Result){result_path(list, &list->rows[n]), list->rows[n].line};
        if (!results[n].path)
            break;
        ++n;
    }
    const TareExit state = results && n == list->n ? check_apart(list, results)
                                                   : tare_cli_no_memory(list->request->command);
    while (n)
        free(results[--n].path);
    free(results);
    return state;
}

TareExit tare_fit_batch(const TareFitRequest* request)
{
    TareFitList list = {.request = request};
    TareExit state = tare_fit_list_read(&list);
    if (state == TARE_EXIT_DONE)
        state = check_results(&list);
    if (state == TARE_EXIT_DONE)
        state = prepare_folder(request);
    if (state == TARE_EXIT_DONE) {
        tare_interrupt_catch();
        state = run_workers(&list);
        state = tare_cli_flush(request->command, state);
    }
    tare_fit_list_clear(&list);
    tare_interrupt_obey();
    return state;
}
