#include "cli/audio/sound.h"

#include "settings.h"
#include "tare/limits.h"

#include <math.h>

const TareOption tare_sound_taste_options[] = {
    {.name = "strength",
     .value = "PERCENT",
     TARE_SETS_NUMBER(TareSound, strength_percent),
     .max = TARE_STRENGTH_MAX_PERCENT,
     .help = "how much of the correction, 0 to 100 (default 100)"},
    {.name = "bass",
     .value = "DB",
     TARE_SETS_NUMBER(TareSound, bass_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .help = "more or less bass, on top of the correction"},
    {.name = "treble",
     .value = "DB",
     TARE_SETS_NUMBER(TareSound, treble_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .help = "more or less treble"},
    {.name = "tilt",
     .value = "DB",
     TARE_SETS_NUMBER(TareSound, tilt_db_per_octave),
     .min = TARE_TILT_MIN_DB_PER_OCTAVE,
     .max = TARE_TILT_MAX_DB_PER_OCTAVE,
     .help = "slope in dB per octave, above 0 brighter"},
    {.name = NULL}};

const TareOption tare_sound_preamp_options[] = {
    {.name = "preamp",
     .value = "DB",
     TARE_SETS_NUMBER(TareSound, preamp_db),
     .min = TARE_PREAMP_MIN_DB,
     .max = TARE_PREAMP_MAX_DB,
     .help = "level before the filters (default: just low enough that nothing clips)"},
    {.name = "no-auto-preamp",
     TARE_SETS_FLAG(TareSound, no_auto_preamp),
     .help = "take the preamp that the correction states"},
    {.name = NULL}};

TareSound tare_sound_default(void)
{
    return (TareSound){.strength_percent = TARE_STRENGTH_MAX_PERCENT, .preamp_db = NAN};
}

TareSound tare_sound_unsaid(void)
{
    return (TareSound){(double)NAN, (double)NAN, (double)NAN, (double)NAN, (double)NAN, false};
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
