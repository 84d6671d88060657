/* What libsndfile leaves to us: samples of integer files, names, texts. */

#ifndef TARE_AUDIO_H
#define TARE_AUDIO_H

#include <sndfile.h>
#include <stdbool.h>
#include <stdint.h>

enum { TARE_AUDIO_DITHER_LANES = 4 };

/** Generators of noise side by side, none of them 0. */
typedef struct TareAudioDither {
    uint32_t states[TARE_AUDIO_DITHER_LANES];
} TareAudioDither;

/** What became of the samples that were written. */
typedef struct TareAudioLevel {
    double peak; ///< highest magnitude, 1 is full scale
    uint64_t n_clipped;
    TareAudioDither dither;
} TareAudioLevel;

/** Before the first sample; the noise is the same for each file, so that the same sound gives the
    same bytes. */
TareAudioLevel tare_audio_level_start(void);

/** Bits of the integers that a format holds, 0 when it holds fractions and cannot clip. */
int tare_audio_integer_bits(int format);

/** Writes interleaved samples. Integers are rounded to the nearest, those of up to 16 bits with
    triangular dither, and held at full scale; what needs no rounding stays as it is, so that what
    was read from the same format comes back unchanged and silence stays silent. `scratch` has room
   for as many integers. False on a write error. */
bool tare_audio_write(SNDFILE* out, int format, int n_channels, const float* samples,
                      int32_t* scratch, sf_count_t n_frames, TareAudioLevel* level);

/** Copies title, artist and the like; `are_copied` says whether the other file took all of them.
    False when memory is short. */
bool tare_audio_copy_texts(SNDFILE* in, SNDFILE* out, bool* are_copied);

/** Name of the format's container, "WAV (Microsoft)". */
const char* tare_audio_container_name(int format);

#endif
