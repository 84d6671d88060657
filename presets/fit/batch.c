#include "fit/batch.h"

#include "base/file.h"
#include "base/interrupt.h"
#include "base/path.h"
#include "base/text.h"
#include "corrections/correction.h"
#include "fit/fit.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/order.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/** What the work on every row needs. */
typedef struct {
    const TareFitBatch* batch;
    TareFitter* fitter;
    const TareReporter* reporter;
    TareFitGoal
        kept; ///< the last one that was read from a file: most rows have that of the one before
    char* kept_usual; ///< the target of its row, owned; NULL when there was none
} Work;

/** A result on its way into a file. */
typedef struct {
    const Work* work;
    TareCorrection correction;
} Result;

static bool write_result(FILE* out, void* data)
{
    const Result* const result = data;
    return result->work->batch->write(out, &result->correction, result->work->reporter);
}

static TareStatus keep(const Work* work, const TareFitRow* row, const TareBandSet* set,
                       const char* target)
{
    const TareFitOrder* const order = work->batch->order;
    char* const path = tare_fit_results_path(&work->batch->results, row);
    Result result = {.work = work, .correction = {.set = *set}};
    const TareFitted fitted = {.file = tare_path_name(row->response),
                               .name = row->model,
                               .rig = row->source,
                               .target = target ? tare_path_name(target) : NULL,
                               .is_like = order->like != NULL,
                               .max_boost_db = order->wish.max_boost_db};
    const bool is_good = path && tare_text_set(&result.correction.entry.id, "fit/tare") &&
                         tare_fitted_describe(&result.correction, &fitted) &&
                         (tare_path_make_folders(path) || errno != ENOMEM);
    const TareStatus status =
        is_good ? tare_file_replace(path, write_result, &result, work->reporter) : TARE_NO_MEMORY;
    tare_correction_clear(&result.correction);
    free(path);
    return status;
}

static void forget_goal(Work* work)
{
    tare_fit_goal_clear(&work->kept);
    free(work->kept_usual);
    work->kept_usual = NULL;
}

/** Takes the goal of a row, which stays the work's; it takes the target of the row over. */
static TareStatus take_goal(Work* work, const TareFitRow* row, TareFitGoal* goal, char* usual)
{
    if (work->kept.curve.n > 0 && tare_text_is_same(usual, work->kept_usual)) {
        free(usual);
        *goal = work->kept;
        return TARE_OK;
    }
    forget_goal(work);
    work->kept_usual = usual;
    const TareFitOrder* const order = work->batch->order;
    TareForm form = TARE_FORM_UNKNOWN;
    const TareRig rig = tare_rig_find(order->rig ? order->rig : row->source);
    (void)tare_fit_order_form(order->form ? order->form : row->form, &form, work->reporter);
    const TareStatus status =
        tare_fit_order_goal(&work->kept, order, form, rig, usual, work->reporter);
    *goal = work->kept;
    if (status == TARE_OK && goal->built_in && work->batch->take)
        work->batch->take(work->batch->data, goal);
    return status;
}

/** Fits a response to a goal. */
static TareStatus fit_to(const Work* work, const TareFitRow* row, const TareCurve* response,
                         const TareFitGoal* goal)
{
    const TareFitOrder* const order = work->batch->order;
    const bool is_usual = row->target && !order->target;
    TareBandSet set;
    if (!tare_fit_order_run(order, work->fitter, response, goal, TARE_MAX_BANDS, &set, NULL))
        return TARE_NO_MEMORY;
    if (order->is_gain_curve)
        return keep(work, row, &set, NULL);
    return keep(work, row, &set, is_usual ? row->target : goal->name);
}

/** Fits one row of which the curve is read. */
static TareStatus fit_response(Work* work, const TareFitRow* row, const TareCurve* response)
{
    TareFitGoal goal = {0};
    if (work->batch->order->is_gain_curve)
        return fit_to(work, row, response, &goal);
    char* const usual = row->target ? tare_fit_rows_path(work->batch->rows, row->target) : NULL;
    TareStatus status = row->target && !usual ? TARE_NO_MEMORY : take_goal(work, row, &goal, usual);
    if (status == TARE_OK)
        status = fit_to(work, row, response, &goal);
    return status;
}

static bool is_there(const Work* work, const TareFitRow* row)
{
    char* const path = tare_fit_results_path(&work->batch->results, row);
    struct stat status;
    const bool is_there = path && stat(path, &status) == 0 && S_ISREG(status.st_mode);
    free(path);
    return is_there;
}

static TareStatus fit_row(Work* work, const TareFitRow* row)
{
    if (is_there(work, row))
        return TARE_OK;
    TareCurve response = {0};
    char* const path = tare_fit_rows_path(work->batch->rows, row->response);
    TareStatus status =
        path ? tare_fit_order_read(work->batch->order, &response, path, work->reporter)
             : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = fit_response(work, row, &response);
    tare_curve_clear(&response);
    free(path);
    return status;
}

static void report_failure(const TareReporter* reporter, const char* what)
{
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s: %s", what, strerror(errno));
}

/** Fits every n-th row from `first` on and tells of each with a byte. */
static void work_on(const TareFitBatch* batch, size_t first, size_t n, int progress,
                    const TareReporter* reporter)
{
    Work work = {
        .batch = batch, .fitter = tare_fit_order_fitter(batch->order), .reporter = reporter};
    if (!work.fitter)
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
    for (size_t i = first; work.fitter && i < batch->rows->n && !tare_interrupt_came(); i += n) {
        const char byte = (char)(fit_row(&work, &batch->rows->rows[i]) != TARE_OK);
        if (write(progress, &byte, 1) != 1)
            break;
    }
    forget_goal(&work);
    tare_fitter_free(work.fitter);
}

/** Counts what the workers tell until the last one is done; returns how many results are there. */
static size_t watch(const TareFitBatch* batch, int progress)
{
    size_t n_done = 0, n_failed = 0;
    char bytes[256];
    for (;;) {
        if (batch->progress)
            batch->progress(batch->data, n_done, batch->rows->n);
        const ssize_t n = read(progress, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        n_done += (size_t)n;
        for (ssize_t i = 0; i < n; ++i)
            n_failed += bytes[i] != 0;
    }
    return n_done - n_failed;
}

TareStatus tare_fit_batch_run(const TareFitBatch* batch, unsigned n_jobs, size_t* n_fitted,
                              const TareReporter* reporter)
{
    int ends[2];
    *n_fitted = 0;
    if (pipe(ends) != 0) {
        report_failure(reporter, "no pipe can be had");
        return TARE_IO_ERROR;
    }
    for (unsigned i = 0; i < n_jobs; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            work_on(batch, i, n_jobs, ends[1], reporter);
            _exit(0);
        }
        if (child < 0)
            report_failure(reporter, "no process can be had");
    }
    close(ends[1]);
    *n_fitted = watch(batch, ends[0]);
    close(ends[0]);
    while (wait(NULL) > 0 || errno == EINTR)
        ;
    return TARE_OK;
}
