/* The options that say how a correction shall sound, alike wherever it is heard or computed. */

#ifndef TARE_CLI_SOUND_H
#define TARE_CLI_SOUND_H

#include "cli/frame/options.h"
#include "settings.h"

typedef struct {
    double strength_percent, bass_db, treble_db, tilt_db_per_octave;
    double preamp_db;    ///< NaN: not given
    bool no_auto_preamp; ///< then the correction's own preamp counts, where none is given
} TareSound;

/** Full strength, no taste added, the automatic preamp. */
TareSound tare_sound_default(void);

/** Rows of a table of options that fill a TareSound. */
#define TARE_SOUND_OPTIONS(sound)                                                                  \
    {.name = "strength",                                                                           \
     .value = "PERCENT",                                                                           \
     .number = &(sound)->strength_percent,                                                         \
     .max = TARE_STRENGTH_MAX_PERCENT,                                                             \
     .help = "how much of the correction, 0 to 100 (default 100)"},                                \
        {.name = "bass",                                                                           \
         .value = "DB",                                                                            \
         .number = &(sound)->bass_db,                                                              \
         .min = TARE_TONE_MIN_DB,                                                                  \
         .max = TARE_TONE_MAX_DB,                                                                  \
         .help = "more or less bass, on top of the correction"},                                   \
        {.name = "treble",                                                                         \
         .value = "DB",                                                                            \
         .number = &(sound)->treble_db,                                                            \
         .min = TARE_TONE_MIN_DB,                                                                  \
         .max = TARE_TONE_MAX_DB,                                                                  \
         .help = "more or less treble"},                                                           \
        {.name = "tilt",                                                                           \
         .value = "DB",                                                                            \
         .number = &(sound)->tilt_db_per_octave,                                                   \
         .min = TARE_TILT_MIN_DB_PER_OCTAVE,                                                       \
         .max = TARE_TILT_MAX_DB_PER_OCTAVE,                                                       \
         .help = "slope in dB per octave, above 0 brighter"},                                      \
        {.name = "preamp",                                                                         \
         .value = "DB",                                                                            \
         .number = &(sound)->preamp_db,                                                            \
         .min = TARE_PREAMP_MIN_DB,                                                                \
         .max = TARE_PREAMP_MAX_DB,                                                                \
         .help = "level before the filters (default: just low enough that nothing clips)"},        \
    {                                                                                              \
        .name = "no-auto-preamp", .flag = &(sound)->no_auto_preamp,                                \
        .help = "take the preamp that the correction states"                                       \
    }

/** The controls for a correction's numbers, clamped. */
TareControls tare_sound_controls(const TareSound* sound, const TareBandSet* set);

#endif
