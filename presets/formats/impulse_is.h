/* Which files are of sound. */

#ifndef TARE_IMPULSE_IS_H
#define TARE_IMPULSE_IS_H

#include <stdbool.h>
#include <stddef.h>

#define TARE_IMPULSE_NOTE "impulse response as WAV, AIFF or FLAC, fitted"

enum { TARE_IMPULSE_MAX_BYTES = 1 << 26 };

/** Whether bytes begin as a file of sound does. */
bool tare_impulse_is(const char* bytes, size_t length);

#endif
