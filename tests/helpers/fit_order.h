/* A fit that is quick. */

#ifndef TARE_TESTS_FIT_ORDER_H
#define TARE_TESTS_FIT_ORDER_H

#include "fit/order.h"

/** Four filters at 48 kHz with one restart, for what form and rig suggest. */
static inline TareFitOrder fit_order_quick(void)
{
    return (TareFitOrder){
        .wish = tare_wish_default_options(), .count = {.n = 4}, .n_restarts = 1, .rate_hz = 48000};
}

#endif
