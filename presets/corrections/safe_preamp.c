#include "corrections/safe_preamp.h"

#include "cascade.h"
#include "controls.h"
#include "design.h"
#include "settings.h"
#include "survey.h"
#include "tare/limits.h"

#include <math.h>
#include <stddef.h>

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
        tare_design_cascade(&cascade, &controls, rates_hz[i], TARE_MAX_CHANNELS);
        const double level_db = tare_survey_cascade_peak_db(&cascade, TARE_MAX_CHANNELS);
        if (isnan(level_db))
            return level_db;
        highest_db = fmax(highest_db, level_db);
    }
    return highest_db;
}

bool tare_safe_preamp_set(TareBandSet* set)
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

void tare_safe_preamp_lower(TareBandSet* set, double preamp_db)
{
    if (preamp_db < set->preamp_db)
        set->preamp_db = fmax(preamp_db, TARE_PREAMP_MIN_DB);
}
