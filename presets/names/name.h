/* The name of a model, folded for comparing. */

#ifndef TARE_NAME_H
#define TARE_NAME_H

#include "names/mark.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareText TareText;

typedef struct TarePool TarePool;

/** Brand, model and variant ("worn pads") one after the other, so that the name without the brand
    is a tail of it and the name without the variant a beginning. */
typedef struct TareName {
    const char* text; ///< folded and joined: "sennheiserhd650wornpads"
    uint32_t length;  ///< of all, in bytes
    uint32_t brand;   ///< length of "sennheiser"
    uint32_t bare;    ///< length of "sennheiserhd650"
    uint64_t words;   ///< tare_fold_hash() of all words
    uint64_t model;   ///< of those of model and variant
    TareMark mark;    ///< of the text
} TareName;

/** Folds a name into `folder`, which is overwritten, and keeps its text in `pool`. A NULL variant
    is none. False when memory is short. */
bool tare_name_set(TareName* name, TareText* folder, TarePool* pool, const char* brand,
                   const char* model, const char* variant);

#endif
