#include "fit/own_measure.h"

#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/curve.h"
#include "curves/stored_curve.h"
#include "fit/figures.h"
#include "fit/known_sound.h"
#include "names/product_name.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** Brand and model by the name alone. */
static bool split_name(TareEntry* entry, const TareOwnMeasure* measure)
{
    const char* const brand = measure->brand;
    const size_t length = brand ? strlen(brand) : 0;
    if (length == 0 || strncmp(measure->name, brand, length) != 0 || measure->name[length] != ' ')
        return tare_product_name_split(measure->name, "", &entry->brand, &entry->model);
    return tare_text_set(&entry->brand, brand) &&
           tare_text_set(&entry->model, measure->name + length + 1);
}

static bool set_name(TareEntry* entry, const TareOwnMeasure* measure)
{
    const TareEntry* const known = measure->known;
    if (!known)
        return split_name(entry, measure);
    return tare_text_set(&entry->brand, known->brand) &&
           tare_text_set(&entry->model, known->model) &&
           tare_text_set(&entry->variant, known->variant);
}

/** "acme-one/measured". */
static bool set_id(TareEntry* entry)
{
    char name[512];
    TareText id = {0};
    tare_entry_display_name(entry, name, sizeof name);
    char* const slug = tare_product_name_slug(name);
    if (slug)
        tare_text_format(&id, "%s/measured", *slug ? slug : "unnamed");
    const bool is_good = slug && !id.failed && tare_text_set(&entry->id, id.data);
    tare_text_clear(&id);
    free(slug);
    return is_good;
}

static bool describe(TareCorrection* c, const TareOwnMeasure* measure, const char* curve,
                     const char* target)
{
    const TareEvidence evidence = {.file = measure->file, .curve = curve};
    c->entry.kind = TARE_KIND_USER;
    c->entry.form = measure->form;
    c->entry.aim = target ? NULL : tare_aim_find(measure->target);
    c->set.reference_rate_hz = 48000.0;
    return set_name(&c->entry, measure) && set_id(&c->entry) &&
           tare_text_set(&c->entry.author, "Tare") && tare_text_set(&c->entry.rig, measure->rig) &&
           tare_text_set(&c->entry.target, measure->target) &&
           tare_correction_add_evidence(c, &evidence) &&
           (!target || tare_known_sound_set_own_target(c, measure->target, target));
}

TareOwnMeasured tare_own_measure(TareCorrection* correction, const TareOwnMeasure* measure,
                                 const TareCurve* response)
{
    TareText curve = {0}, target = {0};
    *correction = (TareCorrection){0};
    const bool can_be =
        tare_stored_curve_write(&curve, response) &&
        (!measure->target_curve || tare_stored_curve_write(&target, measure->target_curve));
    const bool is_made = can_be && !curve.failed && !target.failed &&
                         describe(correction, measure, curve.data, target.data);
    tare_text_clear(&curve);
    tare_text_clear(&target);
    if (is_made)
        return TARE_OWN_MEASURE_MADE;
    tare_correction_clear(correction);
    return can_be ? TARE_OWN_MEASURE_NO_MEMORY : TARE_OWN_MEASURE_TOO_LOUD;
}

/** Whether two were measured over the same range: what is not known may not be kept as known. */
static bool is_same_range(const TareCorrection* a, const TareCorrection* b)
{
    TareCurve curves[2] = {{0}, {0}};
    const bool is_same =
        tare_known_sound(&curves[0], a, NULL) && tare_known_sound(&curves[1], b, NULL) &&
        curves[0].points[0].freq_hz == curves[1].points[0].freq_hz &&
        curves[0].points[curves[0].n - 1].freq_hz == curves[1].points[curves[1].n - 1].freq_hz;
    tare_curve_clear(&curves[0]);
    tare_curve_clear(&curves[1]);
    return is_same;
}

bool tare_own_measure_is_still(const TareCorrection* old, const TareCorrection* correction)
{
    const double moved_db = tare_own_measure_moved_db(old, correction);
    const TareEntry *const a = &old->entry, *const b = &correction->entry;
    return moved_db >= 0.0 && moved_db < TARE_OWN_MEASURE_STILL_DB &&
           is_same_range(old, correction) && a->form == b->form && a->aim == b->aim &&
           tare_text_is_same(a->rig, b->rig) && tare_text_is_same(a->target, b->target) &&
           tare_text_is_same(tare_known_sound_own_target(old),
                             tare_known_sound_own_target(correction));
}

double tare_own_measure_moved_db(const TareCorrection* a, const TareCorrection* b)
{
    TareCurve curves[2] = {{0}, {0}}, difference = {0};
    double most_db = -1.0;
    if (tare_known_sound_curve(a) && tare_known_sound_curve(b) &&
        tare_known_sound(&curves[0], a, NULL) && tare_known_sound(&curves[1], b, NULL) &&
        tare_curve_difference(&difference, &curves[0], &curves[1])) {
        const double mean_db = tare_fit_figures_mean_db(&difference);
        for (size_t i = 0; i < difference.n; ++i)
            most_db = fmax(most_db, fabs(difference.points[i].level_db - mean_db));
    }
    tare_curve_clear(&curves[0]);
    tare_curve_clear(&curves[1]);
    tare_curve_clear(&difference);
    return most_db;
}
