/* Flush-to-zero scope: subnormal numbers cost up to a hundred times as much as others, and below
   1e-38 nobody hears them. */

#ifndef TARE_FLUSH_H
#define TARE_FLUSH_H

#include <stdint.h>

#if defined(__SSE2__)
#include <xmmintrin.h>

typedef unsigned TareFlushState;

/** Sets flush-to-zero and denormals-are-zero; returns what was set before. */
static inline TareFlushState tare_flush_begin(void)
{
    const unsigned before = _mm_getcsr();
    if ((before & 0x8040u) != 0x8040u) /* reading is cheap, setting is not */
        _mm_setcsr(before | 0x8040u);
    return before;
}

/** Brings back what tare_flush_begin() found. */
static inline void tare_flush_end(TareFlushState before)
{
    if ((before & 0x8040u) != 0x8040u)
        _mm_setcsr(before);
}

#elif defined(__aarch64__)

typedef uint64_t TareFlushState;

static inline TareFlushState tare_flush_begin(void)
{
    uint64_t before;
    __asm__ volatile("mrs %0, fpcr" : "=r"(before));
    __asm__ volatile("msr fpcr, %0" : : "r"(before | (UINT64_C(1) << 24)));
    return before;
}

static inline void tare_flush_end(TareFlushState before)
{
    __asm__ volatile("msr fpcr, %0" : : "r"(before));
}

#else /* the check of the filter states alone keeps them out */

typedef int TareFlushState;

static inline TareFlushState tare_flush_begin(void)
{
    return 0;
}

static inline void tare_flush_end(TareFlushState before)
{
    (void)before;
}

#endif

#endif
