/* The published curves of targets, each by few points between which it runs straight over the
   logarithm of frequency: within 0.05 dB of all points that were published, 0 dB at 1 kHz. */

#ifndef TARE_TARGET_CURVES_H
#define TARE_TARGET_CURVES_H

#include "curves/curve.h"

typedef struct TareTargetCurve {
    const char* file; ///< of the publication, without ending: "Harman over-ear 2018"
    const TareCurvePoint* points;
    size_t n;
} TareTargetCurve;

/** All of them; behind the last one stands one without a file. */
extern const TareTargetCurve tare_target_curves[];

#endif
