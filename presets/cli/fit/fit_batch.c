/* `tare fit --batch`: how a list of measurements is asked for, and what is said of it. */

#include "base/interrupt.h"
#include "cli/fit/fit_request.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "fit/batch.h"
#include "formats/apo.h"
#include "formats/format.h"
#include "formats/output.h"

#include <stdio.h>

static void tell_target(void* command, const TareFitGoal* goal)
{
    tare_fit_request_tell(command, goal);
}

static void show_progress(void* command, size_t n_done, size_t n)
{
    (void)command;
    tare_terminal_progress("measurements", (double)n_done, (double)n);
}

static bool write_text(FILE* out, const TareCorrection* correction, const TareReporter* reporter)
{
    const TareFormatOutput output = {.file = out, .correction = correction};
    return tare_apo_format.write(&output, reporter);
}

static TareExit run(const TareFitRequest* request, const TareFitBatch* batch,
                    const TareReporter* reporter)
{
    size_t n_fitted = 0;
    tare_interrupt_catch();
    const TareStatus status =
        tare_fit_batch_run(batch, (unsigned)request->n_jobs, &n_fitted, reporter);
    tare_terminal_clear_progress();
    if (status != TARE_OK)
        return TARE_EXIT_UNUSED;
    printf("%zu of %zu fitted\n", n_fitted, batch->rows->n);
    return tare_cli_flush(request->command,
                          n_fitted == batch->rows->n ? TARE_EXIT_DONE : TARE_EXIT_UNUSED);
}

TareExit tare_fit_batch(const TareFitRequest* request)
{
    const TareReporter reporter = tare_cli_command_reporter(request->command);
    const TareFitOrder order = tare_fit_request_order(request);
    TareFitRows rows = {0};
    const TareFitBatch batch = {.order = &order,
                                .rows = &rows,
                                .results = {request->out_folder, " ParametricEQ.txt"},
                                .write = write_text,
                                .take = tell_target,
                                .progress = show_progress,
                                .data = (void*)request->command};
    TareStatus status = tare_fit_rows_read(&rows, request->batch, request->gain_curve, &reporter);
    if (status == TARE_OK)
        status = tare_fit_results_check(&batch.results, &rows, &reporter);
    if (status == TARE_OK)
        status = tare_fit_results_prepare(&batch.results, &order, &reporter);
    const TareExit state = status == TARE_OK ? run(request, &batch, &reporter)
                                             : tare_cli_exit_of(request->command, status);
    tare_fit_rows_clear(&rows);
    tare_interrupt_obey();
    return state;
}
