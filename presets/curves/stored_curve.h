/* Measured curves as a line of text, a few hundred bytes each, for the catalogue: whole numbers,
   the level at 20 Hz in tenths of a decibel, then for each further point by how many it is higher
   than the one before. Before a colon stands how many 48ths of an octave lie between both, where
   that is not one:

       -21 12:-4 3 -1 2:7

   A curve that begins above 25 Hz or ends below 16 kHz says first which of the 479 points, 48 to
   the octave from 20 Hz, it has: "166-383@-21 12:-4"; the others are all there.

   Between its points a curve runs straight over the logarithm of frequency. */

#ifndef TARE_STORED_CURVE_H
#define TARE_STORED_CURVE_H

#include <stdbool.h>

typedef struct TareCurve TareCurve;
typedef struct TareText TareText;

/** Appends an arranged curve that has a point: no level between 20 Hz and 20 kHz where it was
    measured, 48 to the octave, is off by more than 0.07 dB. A text that fails to grow tells. False
   when a level is beyond what can be stored, +-200 dB. */
bool tare_stored_curve_write(TareText* text, const TareCurve* curve);

/** Reads one, which the caller clears. False, with an empty curve, when the text is none or memory
    is short. */
bool tare_stored_curve_read(TareCurve* curve, const char* text);

#endif
