/* As kernel_v3.c in four lanes, for so few sections that eight lie idle: a vector of half the width
   moves down in a third of the time, and half as many groups run in. */

#if defined(__GNUC__) && defined(__x86_64__) && defined(__AVX2__) && defined(__FMA__)
#define LANES 4
#define LAGGING_VECTORS 1
#endif

#include "kernel_template.h"

#include "kernel_ahead.h"

const TareKernel* tare_kernel_v3_narrow(void)
{
#if defined(LANES)
    (void)filter; /* more than one vector never comes */
    static const TareKernel kernel = {"x86-64-v3, four frames at once, narrow",
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
