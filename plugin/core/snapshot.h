/* What the running sections of a bank remember at a moment. */

#ifndef TARE_SNAPSHOT_H
#define TARE_SNAPSHOT_H

#include "kernel.h"

typedef struct TareSnapshot {
    float state[TARE_N_STATE][TARE_KERNEL_ROW];
    double gain;
} TareSnapshot;

#endif
