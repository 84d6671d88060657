/* Impulse responses in files of sound, as convolvers take them. */

#ifndef TARE_IMPULSE_READ_H
#define TARE_IMPULSE_READ_H

#include "base/report.h"

typedef struct TareContents TareContents;
typedef struct TareFormatInput TareFormatInput;

/** Reads one by its level, as a curve to be fitted; a side each for left and right. Without
    libsndfile it reports that. */
TareStatus tare_impulse_read(TareContents* contents, const TareFormatInput* input,
                             const TareReporter* reporter);

#endif
