#include "kernel.h"

#include <stdbool.h>

static bool can_run_v3(void)
{
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

const TareKernel* tare_kernel_get(uint32_t index)
{
    const TareKernel* const all[] = {tare_kernel_plain(), tare_kernel_baseline(),
                                     can_run_v3() ? tare_kernel_v3() : NULL};
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
