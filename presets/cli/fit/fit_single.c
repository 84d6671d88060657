#include "base/path.h"
#include "base/text.h"
#include "cli/fit/fit_output.h"
#include "cli/fit/fit_picture.h"
#include "cli/fit/fit_request.h"
#include "cli/fit/fit_tell.h"
#include "cli/frame/cli.h"
#include "corrections/correction.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/sides.h"

#include <stdlib.h>

typedef struct {
    const TareFitRequest* request;
    const TareFitOrder* order;
    TareReporter reporter;
    TareFitGoal goal; ///< not used for an equaliser's curve
    TareFitSides sides;
    TareCorrection correction;
} Job;

/** The names of all files that were read, without their folders, which are nobody else's matter. */
static void list_files(TareText* list, const TareFitRequest* request, TareArguments files)
{
    const char* const sides[] = {request->left, request->right};
    const char* const* const paths = request->left ? sides : (const char* const*)files.texts;
    const int n = request->left ? 2 : files.n;
    for (int i = 0; i < n; ++i)
        tare_text_format(list, "%s%s", i > 0 ? ", " : "", tare_path_name(paths[i]));
}

/** Who the correction is for, and on what it rests. */
static bool describe(Job* job, TareArguments files)
{
    const TareFitRequest* const request = job->request;
    TareText list = {0};
    list_files(&list, request, files);
    char* const name = request->name   ? NULL
                       : request->left ? tare_fitted_name(request->left, true)
                                       : tare_fitted_name(files.texts[0], files.n > 1);
    const TareFitted fitted = {.file = list.data,
                               .name = request->name ? request->name : name,
                               .rig = request->rig,
                               .target = job->goal.name ? tare_path_name(job->goal.name) : NULL,
                               .is_like = request->sound_like != NULL,
                               .max_boost_db = request->wish.max_boost_db};
    const bool is_good =
        !list.failed && fitted.name && tare_fitted_describe(&job->correction, &fitted);
    tare_text_clear(&list);
    free(name);
    return is_good;
}

static TareStatus read_sides(Job* job, TareArguments files)
{
    const TareFitRequest* const request = job->request;
    if (request->left || request->sides)
        return tare_fit_sides_read_apart(&job->sides,
                                         request->left ? request->left : files.texts[0],
                                         request->right, request->column, &job->reporter);
    return tare_fit_sides_read(&job->sides, (const char* const*)files.texts, (size_t)files.n,
                               request->column, &job->reporter);
}

static TareStatus find_target(Job* job)
{
    const TareFitRequest* const request = job->request;
    const TareRig rig = tare_rig_find(request->rig);
    TareForm form = TARE_FORM_UNKNOWN;
    if (!tare_fit_order_form(request->form, &form, &job->reporter))
        return TARE_BAD_INPUT;
    const bool is_strange = request->rig && rig == TARE_RIG_UNKNOWN;
    if (is_strange)
        tare_cli_note(request->command,
                      "%s is no rig that is known; expected gras, hms, 711 or 5128", request->rig);
    job->correction.entry.form = form;
    if (request->gain_curve)
        return TARE_OK;
    const TareStatus status =
        tare_fit_order_goal(&job->goal, job->order, form, rig, NULL, &job->reporter);
    const bool is_said = is_strange && job->goal.fit == TARE_TARGET_MAY_FIT;
    if (status == TARE_OK && job->goal.built_in && !is_said)
        tare_fit_request_tell(request->command, &job->goal);
    return status;
}

static TareExit tell(Job* job)
{
    const TareFitRequest* const request = job->request;
    TareExit state = TARE_EXIT_DONE;
    if (request->json)
        state = tare_fit_tell_json(request->command, &job->correction, &job->sides);
    else
        tare_fit_tell_text(&job->correction, &job->sides, job->goal.name);
    if (request->out_path) {
        const TareExit written = tare_fit_output_write(request, &job->correction, &job->sides);
        state = written == TARE_EXIT_DONE ? state : written;
    }
    if (state == TARE_EXIT_DONE && request->plot_path)
        state = tare_fit_picture_draw(request, &job->correction, &job->sides, &job->goal);
    return tare_cli_flush(request->command, state);
}

/** Reads, fits and describes. */
static TareStatus fit(Job* job, TareArguments files)
{
    TareStatus status = find_target(job);
    if (status == TARE_OK)
        status = read_sides(job, files);
    if (status != TARE_OK)
        return status;
    const bool is_good =
        tare_fit_sides_run(&job->sides, job->order, &job->goal, &job->correction.set) &&
        describe(job, files);
    return is_good ? TARE_OK : TARE_NO_MEMORY;
}

TareExit tare_fit_single(const TareFitRequest* request, TareArguments files)
{
    const TareFitOrder order = tare_fit_request_order(request);
    Job job = {.request = request,
               .order = &order,
               .reporter = tare_cli_command_reporter(request->command)};
    if (!tare_fit_output_is_known(request))
        return TARE_EXIT_WRONG;
    const TareStatus status = fit(&job, files);
    const TareExit state =
        status == TARE_OK ? tell(&job) : tare_cli_exit_of(request->command, status);
    tare_correction_clear(&job.correction);
    tare_fit_sides_clear(&job.sides);
    tare_fit_goal_clear(&job.goal);
    return state;
}
