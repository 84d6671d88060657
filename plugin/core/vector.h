/* Vectors of LANES floats (4, 8 or 16) in the language extensions of gcc and clang. Nothing without
   LANES. */

#ifndef TARE_VECTOR_H
#define TARE_VECTOR_H

#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#if defined(LANES)

typedef float Vec __attribute__((vector_size(4 * LANES)));
typedef int32_t Mask __attribute__((vector_size(4 * LANES)));
typedef uint32_t Count __attribute__((vector_size(4 * LANES)));
typedef double Pairs __attribute__((vector_size(4 * LANES))); ///< a pair of floats in each double
typedef int64_t PairIndex __attribute__((vector_size(4 * LANES)));
typedef Vec Stored __attribute__((may_alias)); ///< a Vec among the floats of a row

#if LANES == 16
#define EACH_LANE(Type, x) ((Type){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x})
#define EACH_PAIR(x) ((Pairs){x, x, x, x, x, x, x, x})
#define MOVE_DOWN 1, 2, 3, 4, 5, 6, 7, 8
#define ZIP_LOW 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define ZIP_HIGH 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#define UNZIP_LEFT 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30
#define UNZIP_RIGHT 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31
#define GROUPS ((Count){7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0})
#elif LANES == 8
#define EACH_LANE(Type, x) ((Type){x, x, x, x, x, x, x, x})
#define EACH_PAIR(x) ((Pairs){x, x, x, x})
#define MOVE_DOWN 1, 2, 3, 4
#define ZIP_LOW 0, 8, 1, 9, 2, 10, 3, 11
#define ZIP_HIGH 4, 12, 5, 13, 6, 14, 7, 15
#define UNZIP_LEFT 0, 2, 4, 6, 8, 10, 12, 14
#define UNZIP_RIGHT 1, 3, 5, 7, 9, 11, 13, 15
#define GROUPS ((Count){3, 3, 2, 2, 1, 1, 0, 0})
#else
#define EACH_LANE(Type, x) ((Type){x, x, x, x})
#define EACH_PAIR(x) ((Pairs){x, x})
#define MOVE_DOWN 1, 2
#define ZIP_LOW 0, 4, 1, 5
#define ZIP_HIGH 2, 6, 3, 7
#define UNZIP_LEFT 0, 2, 4, 6
#define UNZIP_RIGHT 1, 3, 5, 7
#define GROUPS ((Count){1, 1, 0, 0})
#endif

#if defined(__clang__) || __GNUC__ >= 12
#define SHUFFLE(Index, a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#define SHUFFLE(Index, a, b, ...) __builtin_shuffle(a, b, (Index){__VA_ARGS__})
#endif

/* What moves a vector of pairs down by one, while the same pair enters at each place that none
   moves to. AVX-512 takes the places out of a register, so that fewer than all may move. */
#if defined(__AVX512F__) && LANES == 16
#define MOVES_AS_TOLD 1
typedef PairIndex Moves;

/** For so many pairs at the bottom. */
static inline Moves moves_of(uint32_t n_pairs)
{
    Moves moves = {MOVE_DOWN};
    moves[n_pairs - 1] = LANES / 2;
    return moves;
}

static inline Pairs move_down(Pairs pairs, Pairs entering, Moves moves)
{
    return (Pairs)_mm512_permutex2var_pd((__m512d)pairs, (__m512i)moves, (__m512d)entering);
}
#else
#define MOVES_AS_TOLD 0
typedef struct {
    char nothing;
} Moves;

static inline Moves moves_of(uint32_t n_pairs)
{
    (void)n_pairs;
    return (Moves){0};
}

static inline Pairs move_down(Pairs pairs, Pairs entering, Moves moves)
{
    (void)moves;
    return SHUFFLE(PairIndex, pairs, entering, MOVE_DOWN);
}
#endif

/** Before a loop: it is unrolled where it has a fixed length. */
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed" /* where it has none */
#define UNROLLED _Pragma("clang loop unroll(full)")
#else
#define UNROLLED _Pragma("GCC unroll 16")
#endif

/** Makes the compiler load a vector for itself: a fused operation then overwrites it. When it is an
    operand out of memory, one of the others must be copied first, which takes the place of a
    multiplication where the widest vectors have but two ports. */
#if defined(__AVX512F__) && LANES == 16
#define LOADED_ALONE(x) __asm__("" : "+v"(x))
#else
#define LOADED_ALONE(x) (void)(x)
#endif

/** Keeps the compiler from putting a result together with what is done to it: the best way is one
    that costs nothing. */
#if defined(__AVX512F__) && LANES == 16
#define FINISHED(x) __asm__("" : "+v"(x))
#elif defined(__AVX2__) && LANES <= 8
#define FINISHED(x) __asm__("" : "+x"(x))
#else
#define FINISHED(x) (x = x + EACH_LANE(Vec, 0.0f))
#endif

/* Makes the compiler forget what it knows of a pointer. It would else load the factors for the next
   step at the end of this one and find no registers for them, and put stores together by a way
   round the integer registers. */
#define FORGET(pointer) __asm__("" : "+r"(pointer))

#define INLINE static inline __attribute__((always_inline))

INLINE Vec choose(Mask mask, Vec yes, Vec no)
{
#if defined(__AVX512DQ__) && LANES == 16
    return (Vec)_mm512_mask_blend_ps(_mm512_movepi32_mask((__m512i)mask), (__m512)no, (__m512)yes);
#else
    return (Vec)((mask & (Mask)yes) | (~mask & (Mask)no));
#endif
}

INLINE Mask is_within(Vec x, float limit)
{
    const Mask no_sign = EACH_LANE(Mask, 0x7fffffff);
    const Vec limits = EACH_LANE(Vec, limit);
    return (Vec)((Mask)x & no_sign) <= limits;
}

INLINE Vec load_vec(const float* from)
{
    Vec x;
    memcpy(&x, from, sizeof x);
    return x;
}

INLINE void store_vec(float* to, Vec x)
{
    memcpy(to, &x, sizeof x);
}

#endif

#endif
