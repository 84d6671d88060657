/* Sound as a WAV file of floats. */

#ifndef TARE_WAV_WRITE_H
#define TARE_WAV_WRITE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Writes n frames of so many channels, with nothing in the file that says when. False, and
    reported, when that cannot be done; false on a write error. */
bool tare_wav_write(FILE* out, const float* frames, size_t n, unsigned n_channels, unsigned rate_hz,
                    const TareReporter* reporter);

#endif
