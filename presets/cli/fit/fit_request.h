/* What the command line asks of a fit. */

#ifndef TARE_CLI_FIT_REQUEST_H
#define TARE_CLI_FIT_REQUEST_H

#include "cli/frame/cli.h"
#include "fit/order.h"

typedef struct TareCommand TareCommand;
typedef struct TareDevice TareDevice;
typedef struct TareWishOptions TareWishOptions;

typedef struct TareFitRequest {
    const TareCommand* command;
    const char *target, *form, *rig, *column, *left, *right, *sound_like, *filters;
    const char *name, *out_path, *format, *plot_path, *device_name;
    const TareDevice* device; ///< NULL: any
    const char *batch, *out_folder;
    bool gain_curve, sides, leaves_balance, json;
    TareTargetBend bend;
    double n_restarts, n_jobs, rate_hz;
    TareWishOptions wish;
    TareFitCount count;
} TareFitRequest;

/** What stands in the defaults of all options. */
TareFitRequest tare_fit_request_default(const TareCommand* command);

/** What of it the fits need to know. */
TareFitOrder tare_fit_request_order(const TareFitRequest* request);

/** Says when a target may not fit what was measured. */
void tare_fit_request_tell(const TareCommand* command, const TareFitGoal* goal);

/** Fits all files of a list: `--batch`. */
TareExit tare_fit_batch(const TareFitRequest* request);

/** Fits one measurement, the mean of the files, or left and right apart. */
TareExit tare_fit_single(const TareFitRequest* request, TareArguments files);

#endif
