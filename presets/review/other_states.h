/* Lines of notes that tell of another state than the one that counts: "foam tips" beside "stock
   tips", an old firmware beside the present one, a setting that was given up. */

#ifndef TARE_OTHER_STATES_H
#define TARE_OTHER_STATES_H

#include "base/text.h"

#include <stddef.h>

enum { TARE_MAX_OTHER_STATES = 64 };

/** Finds such lines of a text, in its order. Returns how many. `own_name` is that of the product:
    of a table's rows that name several, its own counts. */
size_t tare_other_states_find(const char* text, size_t length, const char* own_name,
                              TareSpan spans[TARE_MAX_OTHER_STATES]);

#endif
