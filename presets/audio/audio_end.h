/* Whether a sound file is all there: libsndfile takes what it finds for the whole. */

#ifndef TARE_AUDIO_END_H
#define TARE_AUDIO_END_H

#include <stdint.h>

/** How many bytes of sound the header promises beyond the end of the file. 0 when it is complete,
    when the header leaves the length open, as programs do that write into a pipe, and for kinds of
    files that are not made of chunks. */
uint64_t tare_audio_n_missing_bytes(const char* path);

#endif
