/* What a change adds to a low tone: the sound far above it. */

#ifndef TARE_TESTS_SPLASH_H
#define TARE_TESTS_SPLASH_H

#include <stdint.h>

/** The highest sample, in dB relative to full scale, from frame `from` on, that passes a steep high
    pass at 4 kHz (Butterworth, order 12). */
double splash_db(const float* samples, uint32_t from, uint32_t n_frames, double sample_rate_hz);

#endif
