#include "corrections/correction.h"

#include "base/list.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cascade.h"
#include "corrections/catalogue_fields.h"
#include "settings.h"
#include "survey.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char* const kind_names[TARE_N_KINDS] = {
    [TARE_KIND_REVIEW] = "review",
    [TARE_KIND_MEASUREMENT] = "measurement",
    [TARE_KIND_PRESET] = "preset",
    [TARE_KIND_USER] = "user",
};

const char* tare_kind_name(TareKind kind)
{
    return (unsigned)kind < TARE_N_KINDS ? kind_names[kind] : NULL;
}

void tare_evidence_clear(TareEvidence* evidence)
{
    for (size_t i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        (void)tare_text_set(tare_text_field(&tare_evidence_fields[i], evidence), NULL);
    *evidence = (TareEvidence){0};
}

void tare_correction_clear(TareCorrection* c)
{
    for (size_t i = 0; i < TARE_N_TEXT_FIELDS; ++i)
        (void)tare_text_set(tare_text_field(&tare_text_fields[i], &c->entry), NULL);
    for (size_t i = 0; i < c->n_evidence; ++i)
        tare_evidence_clear(&c->evidence[i]);
    free(c->evidence);
    *c = (TareCorrection){0};
}

bool tare_correction_add_evidence(TareCorrection* correction, const TareEvidence* evidence)
{
    TareEvidence copy = {
        .line = evidence->line, .is_advice = evidence->is_advice, .stated_db = evidence->stated_db};
    TareEvidence* grown = NULL;
    if (tare_text_set(&copy.file, evidence->file) &&
        tare_text_set(&copy.section, evidence->section) &&
        tare_text_set(&copy.text, evidence->text) && tare_text_set(&copy.note, evidence->note))
        grown = tare_list_grow(correction->evidence, correction->n_evidence, sizeof *grown);
    if (!grown) {
        tare_evidence_clear(&copy);
        return false;
    }
    grown[correction->n_evidence++] = copy;
    correction->evidence = grown;
    return true;
}

bool tare_correction_copy(TareCorrection* copy, const TareCorrection* correction)
{
    *copy = (TareCorrection){.set = correction->set};
    copy->entry.form = correction->entry.form;
    copy->entry.kind = correction->entry.kind;
    bool is_good = true;
    for (size_t i = 0; i < TARE_N_TEXT_FIELDS && is_good; ++i)
        is_good = tare_text_set(tare_text_field(&tare_text_fields[i], &copy->entry),
                                tare_text_field_value(&tare_text_fields[i], &correction->entry));
    for (size_t i = 0; i < correction->n_evidence && is_good; ++i)
        is_good = tare_correction_add_evidence(copy, &correction->evidence[i]);
    if (!is_good)
        tare_correction_clear(copy);
    return is_good;
}

void tare_entry_display_name(const TareEntry* entry, char* name, size_t size)
{
    if (entry->variant)
        snprintf(name, size, "%s %s (%s)", entry->brand, entry->model, entry->variant);
    else
        snprintf(name, size, "%s %s", entry->brand, entry->model);
    tare_utf8_drop_partial_end(name);
}

/** Highest level that the bands reach at any of the rates at which people listen; NAN when memory
   is short. */
static double highest_level_db(const TareBandSet* set)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0, 192000.0};
    const TareControls last = tare_controls_default();
    TareControls controls = tare_settings_from_set(set);
    controls.set.preamp_db = 0.0;
    tare_controls_clamp(&controls, &last);
    double highest_db = -HUGE_VAL;
    for (size_t i = 0; i < sizeof rates_hz / sizeof *rates_hz; ++i) {
        TareCascade cascade;
        tare_cascade_design(&cascade, &controls, rates_hz[i], TARE_MAX_CHANNELS);
        const double level_db = tare_survey_cascade_peak_db(&cascade, TARE_MAX_CHANNELS);
        if (isnan(level_db))
            return level_db;
        highest_db = fmax(highest_db, level_db);
    }
    return highest_db;
}

bool tare_correction_set_safe_preamp(TareBandSet* set)
{
    const double steps_per_db = 10.0;
    const double accuracy_db = 0.01; /* of the designs: +6.004 dB is no reason for -6.1 */
    const double level_db = highest_level_db(set);
    if (isnan(level_db))
        return false;
    const double steps = ceil((level_db - accuracy_db) * steps_per_db);
    set->preamp_db = steps > 0.0 ? fmax(-steps / steps_per_db, TARE_PREAMP_MIN_DB) : 0.0;
    return true;
}
