/* The kernel for every processor: one section in a vector of two lanes, in plain C. */

#include "kernel.h"

#include <string.h>

static bool load(float* pairs, const float* left, const float* right, const float gains[2],
                 uint32_t n_frames)
{
    const float* const in[] = {left, right};
    bool is_usual = true;
    for (uint32_t i = 0; i < n_frames; ++i)
        for (uint32_t c = 0; c < 2; ++c) {
            is_usual = is_usual && fabsf(in[c][i]) <= 1.0f;
            pairs[2 * i + c] = tare_kernel_clean_sample(in[c][i]) * gains[c];
        }
    return is_usual;
}

static bool load_and_keep(float* pairs, const float* left, const float* right, const float gains[2],
                          uint32_t n_frames, float* const kept[2])
{
    memcpy(kept[0], left, n_frames * sizeof *left);
    memcpy(kept[1], right, n_frames * sizeof *right);
    return load(pairs, left, right, gains, n_frames);
}

static bool store(const float* pairs, float* left, float* right, float limit, uint32_t n_frames)
{
    bool is_usual = true;
    for (uint32_t i = 0; i < n_frames; ++i) {
        is_usual = is_usual && fabsf(pairs[2 * i]) <= limit && fabsf(pairs[2 * i + 1]) <= limit;
        left[i] = tare_kernel_finite_sample(pairs[2 * i]);
        right[i] = tare_kernel_finite_sample(pairs[2 * i + 1]);
    }
    return is_usual;
}

static bool differ(const float* a, const float* b, uint32_t n)
{
    return memcmp(a, b, n * sizeof *a) != 0;
}

/** At rest every b0 is 1, which changes no bit, so one loop serves both. */
static void filter(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    float(*const h)[TARE_KERNEL_ROW] = data->rest;
    float* const w1 = data->state[TARE_STATE_W1];
    float* const w2 = data->state[TARE_STATE_W2];
    const uint32_t n_lanes = 2 * data->n_vectors;
    for (uint32_t i = 0; i < n_frames; ++i)
        for (uint32_t k = 0; k < n_lanes; ++k) {
            float* const sample = &pairs[2 * i + k % 2];
            const float x = *sample;
            const float kept1 = w1[k] - h[TARE_REST_Q1][k] * w1[k];
            const float added1 = h[TARE_REST_C1][k] * x + w2[k];
            const float missing1 = h[TARE_REST_K][k] * x - w1[k];
            *sample = h[TARE_REST_B0][k] * x + w1[k];
            w1[k] = kept1 + added1;
            w2[k] = w2[k] + h[TARE_REST_Q2][k] * missing1;
        }
}

static bool check(TareKernelData* data)
{
    bool is_sound = true;
    for (int r = 0; r < TARE_N_STATE; ++r)
        for (uint32_t k = 0; k < 2 * data->n_vectors; ++k) {
            float* const w = &data->state[r][k];
            is_sound = is_sound && fabsf(*w) <= TARE_STATE_MAX;
            *w = fabsf(*w) > TARE_STATE_MIN ? *w : 0.0f;
        }
    return is_sound;
}

const TareKernel* tare_kernel_plain(void)
{
    static const TareKernel kernel = {"plain", 2,      false,         TARE_N_SECTIONS, 1,
                                      NULL,    load,   load_and_keep, store,           differ,
                                      filter,  filter, check};
    return &kernel;
}
