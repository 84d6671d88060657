#include "cli/fit/fit_request.h"

#include "cli/frame/cli.h"
#include "fit/fit.h"
#include "fit/goal.h"
#include "formats/devices.h"

TareFitRequest tare_fit_request_default(const TareCommand* command)
{
    const TareFitOptions options = tare_fit_default_options();
    return (TareFitRequest){.command = command,
                            .filters = "10",
                            .n_restarts = options.n_restarts,
                            .n_jobs = 1,
                            .rate_hz = options.rate_hz,
                            .wish = tare_wish_default_options()};
}

TareFitOrder tare_fit_request_order(const TareFitRequest* request)
{
    return (TareFitOrder){.is_gain_curve = request->gain_curve,
                          .target = request->target,
                          .like = request->sound_like,
                          .form = request->form,
                          .rig = request->rig,
                          .column = request->column,
                          .leaves_balance = request->leaves_balance,
                          .bend = request->bend,
                          .wish = request->wish,
                          .count = request->count,
                          .n_restarts = (unsigned)request->n_restarts,
                          .rate_hz = request->rate_hz,
                          .device = request->device ? request->device->limits : NULL};
}

void tare_fit_request_tell(const TareCommand* command, const TareFitGoal* goal)
{
    if (goal->fit == TARE_TARGET_MISFITS)
        tare_cli_note(command, "the target %s is made for another form or another rig", goal->name);
    if (goal->fit == TARE_TARGET_MAY_FIT)
        tare_cli_note(command,
                      "the target is %s; --form and --rig say whether it fits the measurement",
                      goal->name);
}
