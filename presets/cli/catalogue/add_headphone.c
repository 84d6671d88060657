#include "cli/catalogue/add_headphone.h"

#include "base/path.h"
#include "base/text.h"
#include "cli/catalogue/add_flag.h"
#include "cli/catalogue/kept.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/curve_file.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/measured.h"
#include "fit/own_measure.h"
#include "search/meant.h"
#include "search/own_store.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

/** What happens to a measurement. */
typedef enum { NEW, REPLACED, UNCHANGED } Fate;

static const char* const fates[] = {"", "replaced", "unchanged: it moved by less than 0.3 dB"};

/** Finds form, target and the model of the catalogue; the goal is to be cleared in any case, and
   the measure stands on it. */
static TareStatus find_facts(const TareAddJob* job, TareOwnMeasure* measure, TareFitGoal* goal)
{
    TareMeant meant;
    if (!tare_stock_meant(job->stock, measure->name, &meant))
        return TARE_NO_MEMORY;
    measure->known = meant.meaning == TARE_MEANT_ONE ? meant.entry : NULL;
    measure->form = job->told_form;
    if (measure->form == TARE_FORM_UNKNOWN && measure->known)
        measure->form = measure->known->form;
    const TareRig rig = tare_rig_find(job->rig);
    const TareStatus status =
        tare_fit_goal_take(goal, job->target, measure->form, rig, &job->reporter);
    if (status != TARE_OK)
        return status;
    measure->target = goal->built_in ? goal->name : tare_path_name(goal->name);
    measure->target_curve = goal->built_in ? NULL : &goal->curve;
    if (goal->fit != TARE_TARGET_FITS)
        tare_cli_note(
            job->command,
            "the target of %s is %s; --form and --rig say whether it fits the measurement",
            measure->name, measure->target);
    return TARE_OK;
}

/** What becomes of a measurement beside one that was added before. */
static Fate fate_of(const TareAddJob* job, const TareCorrection* correction)
{
    const char* const id = correction->entry.id;
    TareCatalogue* const catalogue = tare_stock_catalogue(job->stock);
    if (!tare_own_store_has(job->folder, id))
        return NEW;
    const TareEntry* const entry = tare_catalogue_find_id(catalogue, id);
    const TareCorrection* const old = entry ? tare_catalogue_stated(catalogue, entry, NULL) : NULL;
    if (!old)
        return REPLACED;
    return tare_own_measure_is_still(old, correction) ? UNCHANGED : REPLACED;
}

static TareStatus keep(const TareAddJob* job, const TareCorrection* correction)
{
    const Fate fate = fate_of(job, correction);
    const TareStatus status =
        fate == UNCHANGED ? TARE_OK : tare_own_store_put(job->folder, correction, &job->reporter);
    if (status == TARE_OK)
        tare_kept_print(&correction->entry, fates[fate]);
    return status;
}

/** Refuses a second headphone that would take the place of one that was added just now. */
static TareStatus check_new(TareAddJob* job, const TareCorrection* correction,
                            const TareOwnMeasure* measure)
{
    TareText line = {0};
    tare_text_format(&line, "\n%s\n", correction->entry.id);
    const bool is_new = line.data && !(job->added.data && strstr(job->added.data, line.data));
    if (is_new)
        tare_text_append(&job->added, line.data, line.length);
    const bool is_short = line.failed || job->added.failed;
    tare_text_clear(&line);
    if (is_short)
        return TARE_NO_MEMORY;
    if (is_new)
        return TARE_OK;
    tare_report(&job->reporter, TARE_ERROR, measure->file, 0, 0,
                "%s was added just now from another file; expected one headphone of each name, "
                "whose takes lie in one folder",
                correction->entry.id);
    return TARE_BAD_INPUT;
}

static TareStatus make(TareAddJob* job, const TareOwnMeasure* measure, const TareCurve* response,
                       const TareFitGoal* goal)
{
    TareCorrection correction;
    TareStatus status = TARE_NO_MEMORY;
    switch (tare_own_measure(&correction, measure, response)) {
    case TARE_OWN_MEASURE_MADE:
        status = check_new(job, &correction, measure);
        if (status == TARE_OK)
            status = keep(job, &correction);
        if (status == TARE_OK)
            status = tare_add_flag(job->command, &correction, response, goal);
        break;
    case TARE_OWN_MEASURE_TOO_LOUD:
        tare_report(&job->reporter, TARE_ERROR, measure->file, 0, 0,
                    "level is beyond what can be kept; expected -200 to 200 dB");
        status = TARE_BAD_INPUT;
        break;
    case TARE_OWN_MEASURE_NO_MEMORY:
        break;
    }
    tare_correction_clear(&correction);
    return status;
}

TareExit tare_add_headphone(TareAddJob* job, const TareAddName* told, const char* const* paths,
                            size_t n)
{
    TareCurve response = {0};
    TareFitGoal goal = {0};
    const char* const given = told->name ? told->name : job->name;
    char* const name =
        given ? tare_text_copy(given, strlen(given)) : tare_fitted_name(paths[0], true);
    TareOwnMeasure measure = {
        .brand = told->brand, .name = name, .file = tare_path_name(paths[0]), .rig = job->rig};
    TareStatus status =
        name ? tare_curve_read_files(&response, paths, n, NULL, &job->reporter) : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = find_facts(job, &measure, &goal);
    if (status == TARE_OK) {
        tare_fit_measured_tell(&response, paths[0], &job->reporter);
        status = make(job, &measure, &response, &goal);
    }
    tare_fit_goal_clear(&goal);
    tare_curve_clear(&response);
    free(name);
    return tare_cli_exit_of(job->command, status);
}

void tare_add_close(TareAddJob* job)
{
    tare_stock_close(job->stock);
    job->stock = NULL;
    tare_text_clear(&job->added);
}
