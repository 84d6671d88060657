#include "audio/resampler.h"

#include <samplerate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct TareResampler {
    SRC_STATE* state;
    int64_t from_hz, to_hz;
    int n_channels;
    const float* frames; ///< handed over, not yet taken in
    long n_frames;
    bool is_end;
    int64_t n_in, n_out; ///< frames so far
};

bool tare_resampler_is_built(void)
{
    return true;
}

TareResampler* tare_resampler_new(int from_hz, int to_hz, int n_channels)
{
    TareResampler* const resampler = calloc(1, sizeof *resampler);
    int error = 0;
    if (!resampler)
        return NULL;
    resampler->from_hz = from_hz;
    resampler->to_hz = to_hz;
    resampler->n_channels = n_channels;
    resampler->state = src_new(SRC_SINC_BEST_QUALITY, n_channels, &error);
    if (resampler->state)
        return resampler;
    free(resampler);
    return NULL;
}

void tare_resampler_put(TareResampler* resampler, const float* frames, long n_frames)
{
    resampler->frames = frames;
    resampler->n_frames = n_frames;
    resampler->n_in += n_frames;
    resampler->is_end = n_frames == 0;
}

/** The frames that are left to come: the library may end one off. */
static long n_left(const TareResampler* resampler)
{
    const int64_t twice = 2 * resampler->n_in * resampler->to_hz;
    const int64_t n_whole = (twice + resampler->from_hz) / (2 * resampler->from_hz);
    return (long)(n_whole - resampler->n_out);
}

static long convert(TareResampler* resampler, float* frames, long n_frames)
{
    static const float none[1];
    SRC_DATA data = {.data_in = resampler->frames ? resampler->frames : none,
                     .data_out = frames,
                     .input_frames = resampler->n_frames,
                     .output_frames = n_frames,
                     .end_of_input = resampler->is_end,
                     .src_ratio = (double)resampler->to_hz / (double)resampler->from_hz};
    if (src_process(resampler->state, &data) != 0)
        return 0;
    if (resampler->frames)
        resampler->frames += data.input_frames_used * resampler->n_channels;
    resampler->n_frames -= data.input_frames_used;
    return data.output_frames_gen;
}

long tare_resampler_take(TareResampler* resampler, float* frames, long n_frames)
{
    const long left = n_left(resampler);
    const long room = left < n_frames ? left : n_frames;
    if (room <= 0 || (!resampler->is_end && resampler->n_frames == 0))
        return 0;
    long n = convert(resampler, frames, room);
    if (n == 0 && resampler->is_end) {
        n = room;
        memset(frames, 0, sizeof *frames * (size_t)(n * resampler->n_channels));
    }
    resampler->n_out += n;
    return n;
}

void tare_resampler_free(TareResampler* resampler)
{
    if (!resampler)
        return;
    src_delete(resampler->state);
    free(resampler);
}
