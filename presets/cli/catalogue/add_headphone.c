#include "cli/catalogue/add_headphone.h"

#include "base/path.h"
#include "base/text.h"
#include "cli/catalogue/kept.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/curve_file.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/own_measure.h"
#include "fit/shelves.h"
#include "fit/stored_fit.h"
#include "search/meant.h"
#include "search/own_store.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

/** What happens to a measurement. */
typedef enum { NEW, REPLACED, UNCHANGED } Fate;

static const char* const fates[] = {"", "replaced", "unchanged: it moved by less than 0.3 dB"};

/** Finds form, target and the model of the catalogue. */
static TareStatus find_facts(const TareAddJob* job, const char* name, TareOwnMeasure* measure)
{
    TareMeant meant;
    TareFitGoal goal = {0};
    if (!tare_stock_meant(job->stock, name, &meant))
        return TARE_NO_MEMORY;
    measure->known = meant.meaning == TARE_MEANT_ONE ? meant.entry : NULL;
    measure->form = job->told_form;
    if (measure->form == TARE_FORM_UNKNOWN && measure->known)
        measure->form = measure->known->form;
    const TareRig rig = tare_rig_find(job->rig);
    const TareStatus status =
        tare_fit_goal_take(&goal, job->target, measure->form, rig, &job->reporter);
    if (status == TARE_OK && goal.built_in)
        measure->target = goal.built_in->name;
    else if (status == TARE_OK)
        tare_cli_error(job->command, "%s is a file; expected a target that 'tare targets' lists",
                       job->target);
    const bool is_sure = goal.fit == TARE_TARGET_FITS;
    tare_fit_goal_clear(&goal);
    if (status == TARE_OK && measure->target && !is_sure)
        tare_cli_note(
            job->command,
            "the target of %s is %s; --form and --rig say whether it fits the measurement", name,
            measure->target);
    return status == TARE_OK && !measure->target ? TARE_BAD_INPUT : status;
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
    const double moved_db = tare_own_measure_moved_db(old, correction);
    const bool is_still = moved_db >= 0.0 && moved_db < TARE_OWN_MEASURE_STILL_DB &&
                          old->entry.form == correction->entry.form &&
                          old->entry.aim == correction->entry.aim &&
                          tare_text_is_same(old->entry.rig, correction->entry.rig);
    return is_still ? UNCHANGED : REPLACED;
}

/** Fits it once, to see whether it asks for anything absurd. */
static TareStatus flag(const TareAddJob* job, const TareCorrection* correction)
{
    TareBandSet set;
    TareText unused = {0};
    const bool is_good = tare_stored_fit(correction, &set, &unused);
    tare_text_clear(&unused);
    if (!is_good)
        return TARE_NO_MEMORY;
    const double shelf_db = tare_shelves_most_db(&set);
    if (shelf_db >= TARE_SHELVES_ABSURD_DB || shelf_db <= -TARE_SHELVES_ABSURD_DB)
        tare_cli_note(job->command,
                      "%s: its fit has a shelf of %+.1f dB; expected less than %.0f: was the seal "
                      "good, and is the target for this form and rig?",
                      correction->entry.id, shelf_db, TARE_SHELVES_ABSURD_DB);
    return TARE_OK;
}

static TareStatus keep(const TareAddJob* job, const TareCorrection* correction)
{
    const Fate fate = fate_of(job, correction);
    const TareStatus status =
        fate == UNCHANGED ? TARE_OK : tare_own_store_put(job->folder, correction, &job->reporter);
    if (status != TARE_OK)
        return status;
    tare_kept_print(&correction->entry, fates[fate]);
    return flag(job, correction);
}

static TareStatus make(const TareAddJob* job, const TareOwnMeasure* measure,
                       const TareCurve* response)
{
    TareCorrection correction;
    TareStatus status = TARE_NO_MEMORY;
    switch (tare_own_measure(&correction, measure, response)) {
    case TARE_OWN_MEASURE_MADE:
        status = keep(job, &correction);
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

TareExit tare_add_headphone(const TareAddJob* job, const char* const* paths, size_t n)
{
    TareCurve response = {0};
    char* const name =
        job->name ? tare_text_copy(job->name, strlen(job->name)) : tare_fitted_name(paths[0], true);
    TareOwnMeasure measure = {.name = name, .file = tare_path_name(paths[0]), .rig = job->rig};
    TareStatus status =
        name ? tare_curve_read_files(&response, paths, n, NULL, &job->reporter) : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = find_facts(job, name, &measure);
    if (status == TARE_OK)
        status = make(job, &measure, &response);
    tare_curve_clear(&response);
    free(name);
    return tare_cli_exit_of(job->command, status);
}

void tare_add_close(TareAddJob* job)
{
    tare_stock_close(job->stock);
    job->stock = NULL;
}
