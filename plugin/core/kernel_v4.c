/* The kernel in sixteen lanes for x86-64-v4: AVX-512, whose 32 registers hold all that a loop
   needs. It is there when the compiler was told to use it; kernel.c says which processors run it.
 */

#if defined(__GNUC__) && defined(__x86_64__) && defined(__AVX512F__) && defined(__AVX512DQ__) &&   \
    defined(__AVX512VL__) && defined(__AVX512BW__)
#define LANES 16
#define LAGGING_VECTORS 2
#endif

#include "kernel_template.h"

#include "kernel_filter_two.h"

const TareKernel* tare_kernel_v4(void)
{
#if defined(LANES)
    static const TareKernel two = {"x86-64-v4, two frames at once",
                                   LANES,
                                   true,
                                   3 * LANES / 2,
                                   2,
                                   NULL,
                                   load,
                                   load_and_keep,
                                   store,
                                   differ,
                                   filter_two,
                                   filter_b0,
                                   check};
    static const TareKernel kernel = {
        "x86-64-v4",   LANES, true,   TARE_N_SECTIONS, 1,         &two, load,
        load_and_keep, store, differ, filter,          filter_b0, check};
    return &kernel;
#else
    return NULL;
#endif
}
