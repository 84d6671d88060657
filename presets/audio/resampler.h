/* Sound of one sample rate turned into that of another, by libsamplerate's best converter: what
   lies below 0.96 of half the lower rate keeps its level. */

#ifndef TARE_RESAMPLER_H
#define TARE_RESAMPLER_H

#include <stdbool.h>

typedef struct TareResampler TareResampler;

/** Whether this program was built with the library. */
bool tare_resampler_is_built(void);

/** NULL when memory is short. */
TareResampler* tare_resampler_new(int from_hz, int to_hz, int n_channels);

/** Hands over the next interleaved frames, which stay the caller's and must stay where they are
    until tare_resampler_take() has returned 0; none of them: that was all. */
void tare_resampler_put(TareResampler* resampler, const float* frames, long n_frames);

/** Writes up to so many frames of the other rate. Returns how many: 0 when more must be handed over
    first. In the end as many have come as last as long as what was handed over, to the nearest
    frame, the first of both at the same time. */
long tare_resampler_take(TareResampler* resampler, float* frames, long n_frames);

/** Frees; NULL is allowed. */
void tare_resampler_free(TareResampler* resampler);

#endif
