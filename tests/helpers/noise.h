/* Sound that is the same on every machine, for tests. */

#ifndef TARE_NOISE_H
#define TARE_NOISE_H

#include <stddef.h>
#include <stdint.h>

/** The next of a sequence of numbers; seed it with any number but 0. (G. Marsaglia, "Xorshift
    RNGs", 2003.) */
static inline uint32_t noise_next(uint32_t* state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/** A number below n, from a sequence with a state twice as long. */
static inline size_t noise_below(uint64_t* state, size_t n)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (size_t)(*state % n);
}

/** Evenly spread over -1 .. 1. */
static inline float noise_sample(uint32_t* state)
{
    return (float)((double)noise_next(state) / 2147483648.0 - 1.0);
}

static inline void noise_fill(float* samples, uint32_t n, uint32_t seed)
{
    uint32_t state = seed;
    for (uint32_t i = 0; i < n; ++i)
        samples[i] = noise_sample(&state);
}

#endif
