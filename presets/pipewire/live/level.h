/* How loud controls make the sound, and whether they can clip it. */

#ifndef TARE_PIPEWIRE_LEVEL_H
#define TARE_PIPEWIRE_LEVEL_H

#include <stdbool.h>

typedef struct TareControls TareControls;

typedef struct TareLevel {
    double loudness_db; ///< of pink noise, against the sound as it came (ITU-R BS.1770)
    double preamp_db;   ///< before the filters
    double peak_db;     ///< the highest level of any frequency: above 0 it can clip
} TareLevel;

/** Differences of loudness below this are none to speak of. */
#define TARE_LEVEL_ALIKE_DB 0.5

/** Finds it out for a stream of a rate; takes some milliseconds. Not enabled: all is 0; comparing:
    the sound as it came, at the loudness of the corrected one. False when memory is short, and for
    a rate that cannot be. */
bool tare_level_find(TareLevel* level, const TareControls* controls, double rate_hz);

#endif
