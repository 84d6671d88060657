/* Two doubles at once: every processor this is built for has registers for them, and each half gets
   the same bits as it would alone. */

#ifndef TARE_TWO_H
#define TARE_TWO_H

#include <string.h>

typedef double TareTwo __attribute__((vector_size(2 * sizeof(double))));

static inline TareTwo tare_two_load(const double* from)
{
    TareTwo two;
    memcpy(&two, from, sizeof two);
    return two;
}

static inline void tare_two_store(double* to, TareTwo two)
{
    memcpy(to, &two, sizeof two);
}

#endif
