/* The options that say how a correction shall sound, alike wherever it is heard or computed. */

#ifndef TARE_CLI_SOUND_H
#define TARE_CLI_SOUND_H

#include "cli/frame/option.h"

typedef struct TareBandSet TareBandSet;
typedef struct TareControls TareControls;

typedef struct TareSound {
    double strength_percent, bass_db, treble_db, tilt_db_per_octave;
    double preamp_db;    ///< NaN: not given
    bool no_auto_preamp; ///< then the correction's own preamp counts, where none is given
} TareSound;

/** Full strength, no taste added, the automatic preamp. */
TareSound tare_sound_default(void);

/** Nothing is given: all numbers are NaN. */
TareSound tare_sound_unsaid(void);

/** Rows of a table of options that fill a TareSound: strength, bass, treble and tilt; the preamp.
 */
extern const TareOption tare_sound_taste_options[];
extern const TareOption tare_sound_preamp_options[];

/** All of them. */
#define TARE_SOUND_OPTIONS(type, member)                                                           \
    TARE_OPTIONS_OF_PART(tare_sound_taste_options, type, member),                                  \
        TARE_OPTIONS_OF_PART(tare_sound_preamp_options, type, member)

/** The controls for a correction's numbers, clamped. */
TareControls tare_sound_controls(const TareSound* sound, const TareBandSet* set);

#endif
