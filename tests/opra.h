/* The published presets of the OPRA database, where a copy of it lies beside the project:
   ../shared/opra/database_v1.jsonl. */

#ifndef TARE_TESTS_OPRA_H
#define TARE_TESTS_OPRA_H

#include "band_set.h"

#include <stddef.h>

/** Reads all presets that hold nothing but peaks and shelves, in the order of the file, with a
    reference rate of 44,100 Hz; bands that are left over are default ones. `*sets` belongs to the
    caller, who frees it. Returns their number; 0 and NULL when there is no database, no memory or
    no JSON library. */
size_t opra_read(TareBandSet** sets);

#endif
