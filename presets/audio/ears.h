/* Corrections that are not the same for both ears. */

#ifndef TARE_EARS_H
#define TARE_EARS_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;

/** Whether left and right have different filters. */
bool tare_ears_differ(const TareBandSet* set);

/** Leaves the bands of the left ear, for a sound that has no sides. */
void tare_ears_keep_left(TareBandSet* set);

#endif
