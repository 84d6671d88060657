/* Vectors of LANES floats (4, 8 or 16) in the language extensions of gcc and clang. Nothing without
   LANES. */

#ifndef TARE_VECTOR_H
#define TARE_VECTOR_H

#include <stdint.h>
#include <string.h>

#if defined(LANES)

typedef float Vec __attribute__((vector_size(4 * LANES)));
typedef int32_t Mask __attribute__((vector_size(4 * LANES)));
typedef uint32_t Count __attribute__((vector_size(4 * LANES)));
typedef double Pairs __attribute__((vector_size(4 * LANES))); ///< a pair of floats in each double
typedef Vec Stored __attribute__((may_alias));                ///< a Vec among the floats of a row

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
typedef int64_t PairIndex __attribute__((vector_size(4 * LANES)));

/** Before a loop: it is unrolled where it has a fixed length. */
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed" /* where it has none */
#define UNROLLED _Pragma("clang loop unroll(enable)")
#else
#define UNROLLED _Pragma("GCC unroll 16")
#endif

/** Makes the compiler load a vector for itself: a fused operation then overwrites it. When it is an
    operand out of memory, one of the others must be copied first, which takes the place of a
    multiplication where the widest vectors have but two ports. */
#if defined(__AVX512F__)
#define LOADED_ALONE(x) __asm__("" : "+v"(x))
#else
#define LOADED_ALONE(x) (void)(x)
#endif

#define INLINE static inline __attribute__((always_inline))

INLINE Vec choose(Mask mask, Vec yes, Vec no)
{
    return (Vec)((mask & (Mask)yes) | (~mask & (Mask)no));
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
