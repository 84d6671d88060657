/* What headings and introductions of lists say of what stands under them. */

#ifndef TARE_HEADS_H
#define TARE_HEADS_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSubject TareSubject;

/** What a heading or the last line of an introduction makes of what follows: "My EQ:", "Measured
    deviations", "Isolation". `subject` is NULL where
    no other product is looked for. False when memory is short. */
bool tare_head_read(const char* text, size_t length, const TareSubject* subject, TareHead* head);

#endif
