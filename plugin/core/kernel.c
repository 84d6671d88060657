#include "kernel.h"

#include "processor.h"

#include <stdbool.h>

/* Fewer sections than this fill so little of sixteen lanes that eight are as fast, and they have
   their first result sooner. */
enum { n_sections_for_v4 = 9 };

const TareKernel* tare_kernel_get(uint32_t index)
{
    const TareKernel* const all[] = {
        tare_kernel_plain(), tare_kernel_baseline(),
        tare_processor_can_run_v3() ? tare_kernel_v3() : NULL,
        tare_processor_can_run_v4() && tare_processor_gains_by_v4() ? tare_kernel_v4() : NULL};
    for (uint32_t i = 0; i < sizeof all / sizeof *all; ++i)
        if (all[i] && index-- == 0)
            return all[i];
    return NULL;
}

const TareKernel* tare_kernel_best(void)
{
    uint32_t n = 1;
    while (tare_kernel_get(n))
        ++n;
    return tare_kernel_get(n - 1);
}

static bool holds(const TareKernel* kernel, uint32_t n_sections)
{
    return kernel && n_sections <= kernel->max_sections;
}

const TareKernel* tare_kernel_for(const TareKernel* kernel, uint32_t n_sections,
                                  uint32_t n_together)
{
    const bool is_v4 = kernel == tare_kernel_v4();
    const bool may_be_narrow = is_v4 || kernel == tare_kernel_v3();
    if (may_be_narrow && n_together == 4 && holds(tare_kernel_v3_narrow(), n_sections))
        return tare_kernel_v3_narrow();
    if (may_be_narrow && n_together == 4 && holds(tare_kernel_v3_ahead(), n_sections))
        return tare_kernel_v3_ahead();
    if (is_v4 && n_sections < n_sections_for_v4 && tare_kernel_v3())
        kernel = tare_kernel_v3();
    return n_together >= 2 && holds(kernel->two, n_sections) ? kernel->two : kernel;
}
