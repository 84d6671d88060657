#include "cli/fit/fit_request.h"

#include "base/number.h"
#include "base/text.h"
#include "cli/frame/cli.h"
#include "curves/curve_file.h"
#include "tare/version.h"

#include <stdlib.h>
#include <string.h>

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

bool tare_fit_request_form(const TareCommand* command, const char* text, TareForm* form)
{
    *form = TARE_FORM_UNKNOWN;
    for (int i = 0; text && i < TARE_N_FORMS; ++i) {
        const char* const name = tare_form_name((TareForm)i);
        if (name && strcmp(name, text) == 0)
            *form = (TareForm)i;
    }
    if (!text || *form != TARE_FORM_UNKNOWN)
        return true;
    tare_cli_error(
        command, "%s is no form of a headphone; expected over-ear, on-ear, in-ear or earbud", text);
    return false;
}

/** A target says for whom it is made; a wrong one would colour the sound as a wrong headphone does.
 */
static void say_fit(const TareCommand* command, const TareTarget* target, TareForm form,
                    TareRig rig)
{
    const TareTargetFit fit = tare_target_fit(target, form, rig);
    if (fit == TARE_TARGET_MISFITS)
        tare_cli_note(command, "the target %s is made for another form or another rig",
                      target->name);
    if (fit == TARE_TARGET_MAY_FIT)
        tare_cli_note(command,
                      "the target is %s; --form and --rig say whether it fits the measurement",
                      target->name);
}

static TareExit read_target(TareFitTarget* target, const TareFitRequest* request, const char* path)
{
    const TareStatus status = tare_curve_read_file(&target->curve, path, NULL, tare_cli_reporter());
    target->goal.curve = &target->curve;
    target->name = path;
    return status == TARE_OK ? TARE_EXIT_DONE : tare_cli_exit_of(request->command, status);
}

TareExit tare_fit_target_find(TareFitTarget* target, const TareFitRequest* request, TareForm form,
                              TareRig rig, const char* usual)
{
    const char* const wanted = request->sound_like ? request->sound_like : request->target;
    *target = (TareFitTarget){
        .goal = {.bass_db = request->bass_db, .tilt_db_per_octave = request->tilt_db_per_octave}};
    target->goal.built_in = request->target ? tare_target_find(request->target) : NULL;
    if (!wanted && !usual)
        target->goal.built_in = tare_target_default(form, rig);
    if (!target->goal.built_in)
        return read_target(target, request, wanted ? wanted : usual);
    target->name = target->goal.built_in->name;
    say_fit(request->command, target->goal.built_in, form, rig);
    return TARE_EXIT_DONE;
}

void tare_fit_target_clear(TareFitTarget* target)
{
    tare_curve_clear(&target->curve);
    *target = (TareFitTarget){0};
}

TareFitter* tare_fit_request_fitter(const TareFitRequest* request)
{
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = (unsigned)request->n_restarts;
    options.rate_hz = request->rate_hz;
    TareFitter* const fitter = tare_fitter_new(&options);
    if (!fitter)
        tare_cli_no_memory(request->command);
    return fitter;
}

bool tare_fit_request_add_evidence(const TareFitRequest* request, TareCorrection* correction,
                                   const char* file, const char* target)
{
    char boost[TARE_NUMBER_SIZE];
    TareText note = {0};
    tare_number_format(boost, sizeof boost, request->wish.max_boost_db);
    if (target)
        tare_text_format(&note, "%s %s; at most +%s dB; ",
                         request->sound_like ? "to sound like" : "target", target, boost);
    else
        tare_text_format(&note, "an equaliser's curve; ");
    tare_text_format(&note, "%u filters at %u Hz; tare %s", (unsigned)correction->set.n_bands,
                     (unsigned)request->rate_hz, TARE_VERSION);
    const TareEvidence evidence = {.file = file, .note = note.data};
    const bool is_good = !note.failed && tare_correction_add_evidence(correction, &evidence);
    tare_text_clear(&note);
    return is_good;
}
