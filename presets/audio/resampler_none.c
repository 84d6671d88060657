/* In place of resampler.c where there is no libsamplerate: a sound keeps its rate. */

#include "audio/resampler.h"

#include <stddef.h>

bool tare_resampler_is_built(void)
{
    return false;
}

TareResampler* tare_resampler_new(int from_hz, int to_hz, int n_channels)
{
    (void)from_hz;
    (void)to_hz;
    (void)n_channels;
    return NULL;
}

void tare_resampler_put(TareResampler* resampler, const float* frames, long n_frames)
{
    (void)resampler;
    (void)frames;
    (void)n_frames;
}

long tare_resampler_take(TareResampler* resampler, float* frames, long n_frames)
{
    (void)resampler;
    (void)frames;
    (void)n_frames;
    return 0;
}

void tare_resampler_free(TareResampler* resampler)
{
    (void)resampler;
}
