/* The kernel in four lanes that every 64-bit processor of its kind has: SSE2, Neon. */

#if defined(__GNUC__) && (defined(__x86_64__) || defined(__aarch64__))

#define LANES 4
#include "kernel_template.h"

const TareKernel* tare_kernel_baseline(void)
{
    static const TareKernel kernel = {"baseline", LANES, load, store, filter, filter_moving, check};
    return &kernel;
}

#else

#include "kernel.h"

const TareKernel* tare_kernel_baseline(void)
{
    return NULL;
}

#endif
