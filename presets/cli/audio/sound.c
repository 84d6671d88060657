#include "cli/audio/sound.h"

#include <math.h>

TareSound tare_sound_default(void)
{
    return (TareSound){.strength_percent = TARE_STRENGTH_MAX_PERCENT, .preamp_db = NAN};
}

TareControls tare_sound_controls(const TareSound* sound, const TareBandSet* set)
{
    TareControls controls = tare_settings_from_set(set);
    controls.strength = sound->strength_percent / TARE_STRENGTH_MAX_PERCENT;
    controls.bass_db = sound->bass_db;
    controls.treble_db = sound->treble_db;
    controls.tilt_db_per_octave = sound->tilt_db_per_octave;
    controls.is_preamp_manual = sound->no_auto_preamp || !isnan(sound->preamp_db);
    if (!isnan(sound->preamp_db))
        controls.set.preamp_db = sound->preamp_db;
    const TareControls usual = tare_controls_default();
    tare_controls_clamp(&controls, &usual);
    return controls;
}
