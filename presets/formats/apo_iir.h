/* Filters of Equalizer APO's text that are given by their coefficients. */

#ifndef TARE_APO_IIR_H
#define TARE_APO_IIR_H

#include <stdbool.h>

typedef struct TareSecondOrder TareSecondOrder;
typedef struct TareSpan TareSpan;

/** Reads "ON IIR Order 2 Coefficients b0 b1 b2 a0 a1 a2", or those of order 1; commas are points.
    False when it is another one. */
bool tare_apo_iir_read(TareSecondOrder* filter, TareSpan value);

#endif
