/* The part of kernel_template.h between the channels and the pairs. */

#ifndef TARE_KERNEL_IO_H
#define TARE_KERNEL_IO_H

#include "kernel.h"
#include "vector.h"

#if defined(LANES)

/* First everything is taken as it is, while a sum that becomes
   infinite or no number betrays bad samples; then it is done again with a close look. */

INLINE bool is_finite(Vec x)
{
    const Pairs lanes = (Pairs)is_within(x, FLT_MAX);
    uint64_t all = UINT64_MAX;
    for (int i = 0; i < LANES / 2; ++i) {
        uint64_t two;
        memcpy(&two, (const char*)&lanes + 8 * i, sizeof two);
        all &= two;
    }
    return all == UINT64_MAX;
}

INLINE Vec only_sound(Vec x, float limit)
{
    return (Vec)((Mask)x & is_within(x, limit));
}

INLINE void zip(float* pairs, Vec left, Vec right)
{
    store_vec(pairs, SHUFFLE(Mask, left, right, ZIP_LOW));
    store_vec(pairs + LANES, SHUFFLE(Mask, left, right, ZIP_HIGH));
}

INLINE void unzip(const Vec a, const Vec b, float* left, float* right)
{
    store_vec(left, SHUFFLE(Mask, a, b, UNZIP_LEFT));
    store_vec(right, SHUFFLE(Mask, a, b, UNZIP_RIGHT));
}

static void load(float* pairs, const float* left, const float* right, const float gains[2],
                 uint32_t n_frames)
{
    const uint32_t n_whole = n_frames / LANES * LANES;
    const Vec overflow = EACH_LANE(Vec, FLT_MAX / TARE_SAMPLE_MAX * 1.001f);
    const Vec left_gain = EACH_LANE(Vec, gains[0]);
    const Vec right_gain = EACH_LANE(Vec, gains[1]);
    Vec left_sum = EACH_LANE(Vec, 0.0f);
    Vec right_sum = EACH_LANE(Vec, 0.0f);
    for (uint32_t i = 0; i < n_whole; i += LANES) {
        const Vec l = load_vec(left + i);
        const Vec r = load_vec(right + i);
        left_sum += l * overflow;
        right_sum += r * overflow;
        zip(pairs + 2 * i, l * left_gain, r * right_gain);
    }
    if (!is_finite(left_sum + right_sum))
        for (uint32_t i = 0; i < n_whole; i += LANES)
            zip(pairs + 2 * i, only_sound(load_vec(left + i), TARE_SAMPLE_MAX) * left_gain,
                only_sound(load_vec(right + i), TARE_SAMPLE_MAX) * right_gain);
    for (uint32_t i = n_whole; i < n_frames; ++i) {
        pairs[2 * i] = tare_sample_clean(left[i]) * gains[0];
        pairs[2 * i + 1] = tare_sample_clean(right[i]) * gains[1];
    }
}

static void store(const float* pairs, float* left, float* right, uint32_t n_frames)
{
    const uint32_t n_whole = n_frames / LANES * LANES;
    Vec low_sum = EACH_LANE(Vec, 0.0f);
    Vec high_sum = EACH_LANE(Vec, 0.0f);
    for (uint32_t i = 0; i < n_whole; i += LANES) {
        const Vec low = load_vec(pairs + 2 * i);
        const Vec high = load_vec(pairs + 2 * i + LANES);
        low_sum += low * 0.0f;
        high_sum += high * 0.0f;
        unzip(low, high, left + i, right + i);
    }
    if (!is_finite(low_sum + high_sum))
        for (uint32_t i = 0; i < n_whole; i += LANES)
            unzip(only_sound(load_vec(pairs + 2 * i), FLT_MAX),
                  only_sound(load_vec(pairs + 2 * i + LANES), FLT_MAX), left + i, right + i);
    for (uint32_t i = n_whole; i < n_frames; ++i) {
        left[i] = tare_sample_finite(pairs[2 * i]);
        right[i] = tare_sample_finite(pairs[2 * i + 1]);
    }
}

#endif

#endif
