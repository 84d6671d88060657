/* Makes new equalisers run on a kernel that the test chooses, and not on the best one. */

#ifndef TARE_CHOSEN_KERNEL_H
#define TARE_CHOSEN_KERNEL_H

typedef struct TareKernel TareKernel;

/** From now on; NULL: the best one again. */
void chosen_kernel_set(const TareKernel* kernel);

#endif
