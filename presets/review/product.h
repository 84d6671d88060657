/* What kind of thing a review is about. */

#ifndef TARE_PRODUCT_H
#define TARE_PRODUCT_H

#include "corrections/correction.h"
#include "review/front_matter.h"

#include <stdbool.h>

typedef struct {
    bool is_headphone; ///< a whole headphone, earphone or headset, not a part of one
    bool is_open;      ///< bass leaks out by design
    TareForm form;
} TareProduct;

/** Judges by tags, and where these say nothing, by name and summary. */
TareProduct tare_product_of(const TareFrontMatter* front);

/** Splits "Sony MDR-EX1000" into brand and model. The brand is as many words at the beginning as
    `company_id` stands for; a brand told twice is dropped once. Without a fitting company, the
    first word is the brand. On success the caller frees both; false when memory is short. */
bool tare_product_split_name(const char* target_name, const char* company_id, char** brand,
                             char** model);

/** Lower-case ASCII letters and digits joined by '-': "Motion+" is "motion-plus". A character that
    has no ASCII letter near to it becomes its number. To be freed; NULL when memory is short. */
char* tare_product_slug(const char* name);

#endif
