/* The part of kernel_template.h between the channels and the pairs. */

#ifndef TARE_KERNEL_IO_H
#define TARE_KERNEL_IO_H

#include "kernel.h"
#include "vector.h"

#if defined(LANES)

/* First everything is taken as it is, and it is only asked whether all samples lie within a limit:
   the usual case. What is infinite or no number does not, so only then comes a close look. */

/** Of lanes that are all set or not at all. */
#if defined(__AVX512DQ__) && LANES == 16
INLINE bool all_lanes(Mask mask)
{
    return _mm512_movepi32_mask((__m512i)mask) == 0xffff;
}
#elif defined(__AVX2__) && LANES == 8
INLINE bool all_lanes(Mask mask)
{
    return _mm256_movemask_ps((__m256)mask) == 0xff;
}
#elif defined(__SSE2__) && LANES == 4
INLINE bool all_lanes(Mask mask)
{
    return _mm_movemask_ps((__m128)mask) == 0xf;
}
#else
INLINE bool all_lanes(Mask mask)
{
    const Pairs lanes = (Pairs)mask;
    uint64_t all = UINT64_MAX;
    for (int i = 0; i < LANES / 2; ++i) {
        uint64_t two;
        memcpy(&two, (const char*)&lanes + 8 * i, sizeof two);
        all &= two;
    }
    return all == UINT64_MAX;
}
#endif

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

INLINE bool load_pairs(float* pairs, const float* left, const float* right, const float gains[2],
                       uint32_t n_frames, float* const kept[2], const bool keeps)
{
    const uint32_t n_whole = n_frames / LANES * LANES;
    const Vec left_gain = EACH_LANE(Vec, gains[0]);
    const Vec right_gain = EACH_LANE(Vec, gains[1]);
    const Mask from_two = EACH_LANE(Mask, 0x40000000); /* set in a float from 2 on, and in NaN */
    Mask bits = EACH_LANE(Mask, 0);
    float* const kept_left = keeps ? kept[0] : NULL;
    float* const kept_right = keeps ? kept[1] : NULL;
    for (uint32_t i = 0; i < n_whole; i += LANES) {
        const Vec l = load_vec(left + i);
        const Vec r = load_vec(right + i);
        bits |= (Mask)(l + l) | (Mask)(r + r);
        zip(pairs + 2 * i, l * left_gain, r * right_gain);
        if (keeps) {
            store_vec(kept_left + i, l);
            store_vec(kept_right + i, r);
        }
    }
    bool is_usual = true;
    if (!all_lanes((bits & from_two) == 0))
        for (uint32_t i = 0; i < n_whole; i += LANES) {
            const Vec l = load_vec(left + i);
            const Vec r = load_vec(right + i);
            is_usual = is_usual && all_lanes(is_within(l, 1.0f) & is_within(r, 1.0f));
            zip(pairs + 2 * i, only_sound(l, TARE_SAMPLE_MAX) * left_gain,
                only_sound(r, TARE_SAMPLE_MAX) * right_gain);
        }
    for (uint32_t i = n_whole; i < n_frames; ++i) {
        if (keeps) {
            kept_left[i] = left[i];
            kept_right[i] = right[i];
        }
        is_usual = is_usual && fabsf(left[i]) <= 1.0f && fabsf(right[i]) <= 1.0f;
        pairs[2 * i] = tare_kernel_clean_sample(left[i]) * gains[0];
        pairs[2 * i + 1] = tare_kernel_clean_sample(right[i]) * gains[1];
    }
    return is_usual;
}

static bool load(float* pairs, const float* left, const float* right, const float gains[2],
                 uint32_t n_frames)
{
    return load_pairs(pairs, left, right, gains, n_frames, NULL, false);
}

static bool load_and_keep(float* pairs, const float* left, const float* right, const float gains[2],
                          uint32_t n_frames, float* const kept[2])
{
    return load_pairs(pairs, left, right, gains, n_frames, kept, true);
}

INLINE Mask changed_bits(const float* a, const float* b)
{
    return (Mask)load_vec(a) ^ (Mask)load_vec(b);
}

static bool differ(const float* a, const float* b, uint32_t n)
{
    if (n < LANES)
        return memcmp(a, b, n * sizeof *a) != 0;
    const float* const last = a + n - LANES;
    Mask bits = changed_bits(last, b + n - LANES);
    for (; last - a >= 4 * LANES; a += 4 * LANES, b += 4 * LANES)
        bits |= (changed_bits(a, b) | changed_bits(a + LANES, b + LANES)) |
                (changed_bits(a + 2 * LANES, b + 2 * LANES) |
                 changed_bits(a + 3 * LANES, b + 3 * LANES));
    for (; a < last; a += LANES, b += LANES)
        bits |= changed_bits(a, b);
    return !all_lanes(bits == 0);
}

static bool store(const float* pairs, float* left, float* right, float limit, uint32_t n_frames)
{
    const uint32_t n_whole = n_frames / LANES * LANES;
    Mask usual = EACH_LANE(Mask, -1);
    for (uint32_t i = 0; i < n_whole; i += LANES) {
        const Vec low = load_vec(pairs + 2 * i);
        const Vec high = load_vec(pairs + 2 * i + LANES);
        usual &= is_within(low, limit) & is_within(high, limit);
        unzip(low, high, left + i, right + i);
    }
    bool is_usual = all_lanes(usual);
    if (!is_usual)
        for (uint32_t i = 0; i < n_whole; i += LANES)
            unzip(only_sound(load_vec(pairs + 2 * i), FLT_MAX),
                  only_sound(load_vec(pairs + 2 * i + LANES), FLT_MAX), left + i, right + i);
    for (uint32_t i = n_whole; i < n_frames; ++i) {
        is_usual = is_usual && fabsf(pairs[2 * i]) <= limit && fabsf(pairs[2 * i + 1]) <= limit;
        left[i] = tare_kernel_finite_sample(pairs[2 * i]);
        right[i] = tare_kernel_finite_sample(pairs[2 * i + 1]);
    }
    return is_usual;
}

#endif

#endif
