/* The kernel in eight lanes for x86-64-v3: AVX2 and fused multiply-adds. It is there when the
   compiler was told to use them, and runs where the processor has them. */

#if defined(__GNUC__) && defined(__x86_64__) && defined(__AVX2__) && defined(__FMA__)
#define LANES 8
#define LAGGING_VECTORS 3
#endif

#include "kernel_template.h"

#include "kernel_ahead.h"
#include "kernel_filter_two.h"

const TareKernel* tare_kernel_v3(void)
{
#if defined(LANES)
    static const TareKernel two = {"x86-64-v3, two frames at once",
                                   LANES,
                                   false,
                                   LANES,
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
        "x86-64-v3",   LANES, false,  TARE_N_SECTIONS, 1,         &two, load,
        load_and_keep, store, differ, filter,          filter_b0, check};
    return &kernel;
#else
    return NULL;
#endif
}

const TareKernel* tare_kernel_v3_ahead(void)
{
#if defined(LANES)
    static const TareKernel kernel = {"x86-64-v3, four frames at once",
                                      LANES,
                                      false,
                                      LANES / 2,
                                      4,
                                      NULL,
                                      load,
                                      load_and_keep,
                                      store,
                                      differ,
                                      filter_ahead,
                                      filter_b0,
                                      check};
    return &kernel;
#else
    return NULL;
#endif
}
