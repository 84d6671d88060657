#include "corrections/safe_preamp.h"

#include "cascade.h"
#include "controls.h"
#include "design.h"
#include "settings.h"
#include "survey.h"
#include "tare/limits.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

/* The rates at which people listen */
static const double rates_hz[] = {44100.0, 48000.0, 96000.0, 192000.0};
enum { N_RATES = sizeof rates_hz / sizeof *rates_hz };

struct TareSafePreamp {
    TareSurvey* surveys[N_RATES];
};

TareSafePreamp* tare_safe_preamp_new(void)
{
    TareSafePreamp* const safe = calloc(1, sizeof *safe);
    bool is_good = safe != NULL;
    for (size_t i = 0; i < N_RATES && is_good; ++i) {
        safe->surveys[i] = tare_survey_new(rates_hz[i]);
        is_good = safe->surveys[i] != NULL;
    }
    if (is_good)
        return safe;
    tare_safe_preamp_free(safe);
    return NULL;
}

void tare_safe_preamp_free(TareSafePreamp* safe)
{
    for (size_t i = 0; i < N_RATES && safe; ++i)
        tare_survey_free(safe->surveys[i]);
    free(safe);
}

/** Highest level that the bands reach at any of the rates. */
static double highest_level_db(TareSafePreamp* safe, const TareBandSet* set)
{
    const TareControls last = tare_controls_default();
    TareControls controls = tare_settings_from_set(set);
    controls.set.preamp_db = 0.0;
    tare_controls_clamp(&controls, &last);
    double highest_db = -HUGE_VAL;
    for (size_t i = 0; i < N_RATES; ++i) {
        TareCascade cascade;
        tare_design_cascade(&cascade, &controls, rates_hz[i], TARE_MAX_CHANNELS);
        tare_survey_begin(safe->surveys[i], &cascade, TARE_MAX_CHANNELS);
        while (tare_survey_step(safe->surveys[i])) {
        }
        highest_db = fmax(highest_db, tare_survey_peak_db(safe->surveys[i]));
    }
    return highest_db;
}

void tare_safe_preamp_find(TareSafePreamp* safe, TareBandSet* set)
{
    const double steps_per_db = 10.0;
    const double accuracy_db = 0.01; /* of the designs: +6.004 dB is no reason for -6.1 */
    const double steps = ceil((highest_level_db(safe, set) - accuracy_db) * steps_per_db);
    set->preamp_db = steps > 0.0 ? fmax(-steps / steps_per_db, TARE_PREAMP_MIN_DB) : 0.0;
}

bool tare_safe_preamp_set(TareBandSet* set)
{
    TareSafePreamp* const safe = tare_safe_preamp_new();
    if (safe)
        tare_safe_preamp_find(safe, set);
    tare_safe_preamp_free(safe);
    return safe != NULL;
}

void tare_safe_preamp_lower(TareBandSet* set, double preamp_db)
{
    if (preamp_db < set->preamp_db)
        set->preamp_db = fmax(preamp_db, TARE_PREAMP_MIN_DB);
}
