/* The members of TareControls, for those who are built together with the core. */

#ifndef TARE_CONTROLS_STRUCT_H
#define TARE_CONTROLS_STRUCT_H

#include "band_set.h"

#include <stdbool.h>

typedef struct TareControls {
    bool enabled;
    bool is_comparing;     ///< while enabled: the input is heard, as loud as the equalised sound
    bool is_preamp_manual; ///< else the preamp follows from the response, and set.preamp_db is
                           ///< unused
    double strength; ///< 0 .. 1, scales the gains of the bands in dB; not the preamp, not the tone
    double bass_db;
    double treble_db;
    double tilt_db_per_octave;
    TareBandSet set; ///< all TARE_MAX_BANDS bands count; n_bands says only how many were written
} TareControls;

/** Enabled, full strength, everything flat. */
TareControls tare_controls_default(void);

/** Brings every value into its range; one that is not a number becomes that of `last`. */
void tare_controls_clamp(TareControls* controls, const TareControls* last);

/** Whether both ask for the same response: all but what of it is heard is the same. */
bool tare_controls_plan_alike(const TareControls* a, const TareControls* b);

/** Whether every value is the same. */
bool tare_controls_equal(const TareControls* a, const TareControls* b);

#endif
