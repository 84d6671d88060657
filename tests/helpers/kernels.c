#include "helpers/kernels.h"

#include "processor.h"

#if defined(__GNUC__) && (defined(__x86_64__) || defined(__aarch64__))
#pragma GCC diagnostic ignored "-Wpsabi" /* no such vector leaves this file */
#define LANES 16
#define LAGGING_VECTORS 2
#endif

#include "kernel_template.h"

#include "kernel_filter_two.h"

/** As the kernel for x86-64-v4, in whatever registers the compiler was allowed to use. */
static const TareKernel* in_parts(void)
{
#if defined(LANES)
    static const TareKernel two = {"16 lanes in parts, two frames at once",
                                   LANES,
                                   false,
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
        "16 lanes in parts", LANES, false,  TARE_N_SECTIONS, 1,         &two, load,
        load_and_keep,       store, differ, filter,          filter_b0, check};
    return &kernel;
#else
    return NULL;
#endif
}

const TareKernel* kernels_get(uint32_t index)
{
    uint32_t n_paying = 0;
    while (tare_kernel_get(n_paying))
        ++n_paying;
    if (index < n_paying)
        return tare_kernel_get(index);
    const bool has_more = tare_processor_can_run_v4() && !tare_processor_gains_by_v4();
    if (index == n_paying && has_more)
        return tare_kernel_v4();
    return index == n_paying + has_more ? in_parts() : NULL;
}
