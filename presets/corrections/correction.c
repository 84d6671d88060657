#include "corrections/correction.h"

#include "base/text.h"
#include "base/utf8.h"
#include "cascade.h"
#include "settings.h"
#include "survey.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char* const form_names[TARE_N_FORMS] = {
    [TARE_FORM_OVER_EAR] = "over-ear",
    [TARE_FORM_ON_EAR] = "on-ear",
    [TARE_FORM_IN_EAR] = "in-ear",
    [TARE_FORM_EARBUD] = "earbud",
};

static const char* const kind_names[TARE_N_KINDS] = {
    [TARE_KIND_REVIEW] = "review",
    [TARE_KIND_MEASUREMENT] = "measurement",
    [TARE_KIND_PRESET] = "preset",
    [TARE_KIND_USER] = "user",
};

const char* tare_form_name(TareForm form)
{
    return (unsigned)form < TARE_N_FORMS ? form_names[form] : NULL;
}

const char* tare_kind_name(TareKind kind)
{
    return (unsigned)kind < TARE_N_KINDS ? kind_names[kind] : NULL;
}

static void clear_evidence(TareEvidence* evidence)
{
    free(evidence->file);
    free(evidence->section);
    free(evidence->text);
    free(evidence->note);
}

void tare_correction_clear(TareCorrection* c)
{
    char* const texts[] = {c->id,  c->brand,  c->model,  c->variant, c->author,
                           c->rig, c->target, c->source, c->date,    c->licence};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        free(texts[i]);
    for (size_t i = 0; i < c->n_evidence; ++i)
        clear_evidence(&c->evidence[i]);
    free(c->evidence);
    *c = (TareCorrection){0};
}

/** Copies a text that may be NULL; false when memory is short. */
static bool copy_text(char** copy, const char* text)
{
    *copy = text ? tare_text_copy(text, strlen(text)) : NULL;
    return *copy || !text;
}

bool tare_correction_add_evidence(TareCorrection* correction, const TareEvidence* evidence)
{
    TareEvidence copy = {.line = evidence->line};
    TareEvidence* grown = NULL;
    if (copy_text(&copy.file, evidence->file) && copy_text(&copy.section, evidence->section) &&
        copy_text(&copy.text, evidence->text) && copy_text(&copy.note, evidence->note))
        grown = realloc(correction->evidence, (correction->n_evidence + 1) * sizeof *grown);
    if (!grown) {
        clear_evidence(&copy);
        return false;
    }
    grown[correction->n_evidence++] = copy;
    correction->evidence = grown;
    return true;
}

TareEntry tare_correction_entry(const TareCorrection* c)
{
    return (TareEntry){.id = c->id,
                       .brand = c->brand,
                       .model = c->model,
                       .variant = c->variant,
                       .author = c->author,
                       .rig = c->rig,
                       .target = c->target,
                       .source = c->source,
                       .date = c->date,
                       .licence = c->licence,
                       .form = c->form,
                       .kind = c->kind};
}

void tare_entry_display_name(const TareEntry* entry, char* name, size_t size)
{
    if (entry->variant)
        snprintf(name, size, "%s %s (%s)", entry->brand, entry->model, entry->variant);
    else
        snprintf(name, size, "%s %s", entry->brand, entry->model);
    tare_utf8_drop_partial_end(name);
}

void tare_correction_display_name(const TareCorrection* correction, char* name, size_t size)
{
    const TareEntry entry = tare_correction_entry(correction);
    tare_entry_display_name(&entry, name, size);
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
