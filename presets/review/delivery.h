/* How a headphone comes out of its box. */

#ifndef TARE_DELIVERY_H
#define TARE_DELIVERY_H

#include "review/reason.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

/** Whether what a word vetoes for a reason is the default all the same: "with the port closed, as
    delivered", "with all switches off", "the stock pads". */
bool tare_is_as_delivered(const TareSentence* sentence, TareReason reason, size_t token);

#endif
