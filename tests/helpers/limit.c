#include "helpers/limit.h"

#include "processor.h"

enum { n_rounds = 4000 };

typedef float Four __attribute__((vector_size(16)));
typedef float Eight __attribute__((vector_size(32)));
typedef float Sixteen __attribute__((vector_size(64)));

/* Twelve chains hide the time that one operation takes. Assembly, so that nothing is left out or
   put together; a multiplication and an addition count as one where they are not fused. */
#define TWELVE(CHAIN)                                                                              \
    CHAIN(0)                                                                                       \
    CHAIN(1)                                                                                       \
    CHAIN(2) CHAIN(3) CHAIN(4) CHAIN(5) CHAIN(6) CHAIN(7) CHAIN(8) CHAIN(9) CHAIN(10) CHAIN(11)
#define DECLARE(k) Vector v##k = factor;

#if defined(__x86_64__)

bool limit_has(uint32_t n_lanes)
{
    return n_lanes == 4 || (n_lanes == 8 && tare_processor_can_run_v3()) ||
           (n_lanes == 16 && tare_processor_can_run_v4());
}

__attribute__((target("avx512f"))) static double burst_of_sixteen(void)
{
    typedef Sixteen Vector;
    const Vector factor = {0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f,
                           0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f};
    TWELVE(DECLARE)
    for (int i = 0; i < n_rounds; ++i) {
#define CHAIN(k) __asm__ volatile("vfmadd213ps %1, %1, %0" : "+v"(v##k) : "v"(factor));
        TWELVE(CHAIN)
#undef CHAIN
    }
    return 12.0 * 16 * n_rounds;
}

__attribute__((target("avx2,fma"))) static double burst_of_eight(void)
{
    typedef Eight Vector;
    const Vector factor = {0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f};
    TWELVE(DECLARE)
    for (int i = 0; i < n_rounds; ++i) {
#define CHAIN(k) __asm__ volatile("vfmadd213ps %1, %1, %0" : "+x"(v##k) : "x"(factor));
        TWELVE(CHAIN)
#undef CHAIN
    }
    return 12.0 * 8 * n_rounds;
}

static double burst_of_four(void)
{
    typedef Four Vector;
    const Vector factor = {0.9f, 0.9f, 0.9f, 0.9f};
    TWELVE(DECLARE)
    for (int i = 0; i < n_rounds; ++i) {
#define CHAIN(k) __asm__ volatile("mulps %1, %0\n\taddps %1, %0" : "+x"(v##k) : "x"(factor));
        TWELVE(CHAIN)
#undef CHAIN
    }
    return 12.0 * 4 * n_rounds;
}

double limit_burst(uint32_t n_lanes)
{
    return n_lanes == 16 ? burst_of_sixteen() : n_lanes == 8 ? burst_of_eight() : burst_of_four();
}

#elif defined(__aarch64__)

bool limit_has(uint32_t n_lanes)
{
    return n_lanes == 4;
}

double limit_burst(uint32_t n_lanes)
{
    typedef Four Vector;
    const Vector factor = {0.9f, 0.9f, 0.9f, 0.9f};
    (void)n_lanes;
    TWELVE(DECLARE)
    for (int i = 0; i < n_rounds; ++i) {
#define CHAIN(k) __asm__ volatile("fmla %0.4s, %1.4s, %1.4s" : "+w"(v##k) : "w"(factor));
        TWELVE(CHAIN)
#undef CHAIN
    }
    return 12.0 * 4 * n_rounds;
}

#else

bool limit_has(uint32_t n_lanes)
{
    (void)n_lanes;
    return false;
}

double limit_burst(uint32_t n_lanes)
{
    (void)n_lanes;
    return 0;
}

#endif
