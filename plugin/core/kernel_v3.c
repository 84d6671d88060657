/* The kernel in eight lanes for x86-64-v3: AVX2 and fused multiply-adds. It is there when the
   compiler was told to use them, and runs where the processor has them. */

#if defined(__GNUC__) && defined(__x86_64__) && defined(__AVX2__) && defined(__FMA__)
#define LANES 8
#define LAGGING_VECTORS 3
#endif

#include "kernel_template.h"

const TareKernel* tare_kernel_v3(void)
{
#if defined(LANES)
    static const TareKernel kernel = {"x86-64-v3", LANES, load, store, filter, filter_b0, check};
    return &kernel;
#else
    return NULL;
#endif
}
