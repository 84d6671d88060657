/* What the command line asks of a fit, and the parts of it that one measurement and a list of them
   have in common. */

#ifndef TARE_CLI_FIT_REQUEST_H
#define TARE_CLI_FIT_REQUEST_H

#include "cli/frame/command.h"
#include "fit/measured.h"

#include <stdbool.h>

typedef struct {
    const TareCommand* command;
    const char *target, *form, *rig, *column, *left, *right, *sound_like, *filters;
    const char *name, *out_path, *format, *plot_path;
    const char *batch, *out_folder;
    bool gain_curve, json;
    double bass_db, tilt_db_per_octave, n_restarts, n_jobs, rate_hz;
    TareWishOptions wish;
    TareFitCount count;
} TareFitRequest;

/** What stands in the defaults of all options. */
TareFitRequest tare_fit_request_default(const TareCommand* command);

/** Finds the form that a text names; false, and said, when it names none. NULL: unknown. */
bool tare_fit_request_form(const TareCommand* command, const char* text, TareForm* form);

/** A target with the memory for it. Starts as {0}. */
typedef struct {
    TareFitGoal goal;
    TareCurve curve;
    const char* name; ///< of a built-in one, or the file
} TareFitTarget;

/** Finds the target for a measurement: what is asked for, a built-in name or a file, else `usual`,
   the name of a file or NULL, else what form and rig suggest. Says what does not fit together.
   Returns TARE_EXIT_DONE, and the caller clears it, or else the reason has been said. */
TareExit tare_fit_target_find(TareFitTarget* target, const TareFitRequest* request, TareForm form,
                              TareRig rig, const char* usual);
void tare_fit_target_clear(TareFitTarget* target);

/** Makes what fits have in common; NULL, and said, when memory is short. */
TareFitter* tare_fit_request_fitter(const TareFitRequest* request);

/** Appends an evidence that says on what the correction rests: file, target, cap, number of
   filters, rate and version. False when memory is short. */
bool tare_fit_request_add_evidence(const TareFitRequest* request, TareCorrection* correction,
                                   const char* file, const char* target);

/** Fits all files of a list: `--batch`. */
TareExit tare_fit_batch(const TareFitRequest* request);

/** Fits one measurement, the mean of the files, or left and right apart. */
TareExit tare_fit_single(const TareFitRequest* request, TareArguments files);

#endif
