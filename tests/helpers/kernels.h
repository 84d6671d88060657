/* The kernels that tests look at. */

#ifndef TARE_KERNELS_H
#define TARE_KERNELS_H

#include <stdint.h>

typedef struct TareKernel TareKernel;

enum { KERNELS_MAX = 6 };

/** Those that pay on this processor, then the widest one that it can run though it does not pay,
   then one that has the widest one's lanes and works everywhere. NULL when there are no more. */
const TareKernel* kernels_get(uint32_t index);

#endif
