/* The kernel in four lanes, which every 64-bit processor of these kinds has: SSE2, Neon. */

#if defined(__GNUC__) && (defined(__x86_64__) || defined(__aarch64__))
#define LANES 4
#define LAGGING_VECTORS 1
#endif

#include "kernel_template.h"

const TareKernel* tare_kernel_baseline(void)
{
#if defined(LANES)
    static const TareKernel kernel = {"baseline", LANES,     false,         TARE_N_SECTIONS, 1,
                                      NULL,       load,      load_and_keep, store,           differ,
                                      filter,     filter_b0, check};
    return &kernel;
#else
    return NULL;
#endif
}
