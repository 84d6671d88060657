/* What a heading says of targets, and of curves that are against each other. */

#ifndef TARE_HEAD_TARGETS_H
#define TARE_HEAD_TARGETS_H

#include "review/meaning.h"

#include <stdbool.h>

typedef struct TareSentence TareSentence;

/** Whether a target is named, or a curve. */
bool tare_head_names_target(const TareSentence* sentence);

/** "target minus measurement" is what is to be set, the other way round what is wrong. */
TareHead tare_head_of_difference(const TareSentence* sentence);

/** Whether it is about targets alone, "Harman vs. IEF Neutral", "what my target looks like", or
    about another state against that as delivered: "difference to stock". */
bool tare_head_is_beside_product(const TareSentence* sentence);

#endif
