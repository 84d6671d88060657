/* What kind of thing a review is about. */

#ifndef TARE_PRODUCT_H
#define TARE_PRODUCT_H

#include "corrections/entry.h"

#include <stdbool.h>

typedef struct TareFrontMatter TareFrontMatter;

typedef struct TareProduct {
    bool is_headphone; ///< a whole headphone, earphone or headset, not a part of one
    bool is_open;      ///< bass leaks out by design
    TareForm form;
} TareProduct;

/** Judges by tags, and where these say nothing, by name and summary; where there are none, also by
    what `text`, without the front matter, speaks of most. NULL for no text. What was named from
    outside and is told to be nothing is a headphone. */
TareProduct tare_product_of(const TareFrontMatter* front, const char* text);

#endif
