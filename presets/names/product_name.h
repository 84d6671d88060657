/* The names of products: brand and model apart, and as part of an id. */

#ifndef TARE_PRODUCT_NAME_H
#define TARE_PRODUCT_NAME_H

#include <stdbool.h>

/** Splits "Sony MDR-EX1000" into brand and model. The brand is as many words at the beginning as
    `company_id` stands for; a brand told twice is dropped once. Without a fitting company, the
    first word is the brand. Both are set as by tare_text_set(); false when memory is
    short. */
bool tare_product_name_split(const char* name, const char* company_id, const char** brand,
                             const char** model);

/** Lower-case ASCII letters and digits joined by '-': "Motion+" is "motion-plus". A character that
    has no ASCII letter near to it becomes its number. To be freed; NULL when memory is short. */
char* tare_product_name_slug(const char* name);

#endif
