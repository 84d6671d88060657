/* Where the fit of a band begins: its poles and zeros, moved to the rate of the stream. */

#ifndef TARE_MATCH_START_H
#define TARE_MATCH_START_H

#include "shape.h"

typedef struct TareMeaning TareMeaning;

/** A pair of poles or zeros: its natural frequency, and its Q on the scale of log f. */
typedef struct TareMatchPair {
    double freq_hz;
    double q;
} TareMatchPair;

typedef struct TareMatchStart {
    TareShape shape;
    TareMatchPair poles;
    TareMatchPair zeros; ///< where there are none, or on the axes, that of the poles
} TareMatchStart;

/** Keeps the natural frequency and the width of the poles, and of the zeros of peaks and shelves,
    and the gain at 0 Hz. A low pass gets its zeros where the reference has them, or none but a
    level at Nyquist. A notch keeps its zeros, an all-pass is finished. */
TareMatchStart tare_match_start(const TareMeaning* meaning, double sample_rate_hz);

#endif
