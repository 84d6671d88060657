/* The words of Equalizer APO's language, for those who write and for those who read it. */

#ifndef TARE_APO_WORDS_H
#define TARE_APO_WORDS_H

#include "tare/band.h"

/** What stands behind "ON" for a band of each type. */
extern const char* const tare_apo_words_types[TARE_N_BAND_TYPES];

/** What stands behind "Channel:". */
extern const char* const tare_apo_words_channels[TARE_N_CHANNEL_CHOICES];

#endif
