/* Strength and tone put into bands, for programs that have neither: what is heard, as bands alone.
 */

#ifndef TARE_FOLDED_H
#define TARE_FOLDED_H

#include "band_set.h"

#include <stdbool.h>

typedef struct TareControls TareControls;

typedef struct TareFolded {
    TareBandSet set;                ///< only bands that are heard
    bool is_moved;                  ///< strength or tone are in them; else they are as they were
    double error_db, error_freq_hz; ///< off what our core does where that is most, 20 Hz to 20 kHz
} TareFolded;

/** Folds what controls ask for, be they enabled or not. At full strength, without tone, bands and
    preamp stay as they are. Else bands begin with their share of the gain, beside shelves for bass,
    treble and tilt, and are moved until together they do what is heard, those for one side apart
    from the others, all values rounded to thousandths; the preamp is the safe one unless it is
    manual. False when memory is short. */
bool tare_folded_make(TareFolded* folded, const TareControls* controls);

#endif
