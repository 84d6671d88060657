/* The published presets that come with the program, out of presets/catalogue. */

#ifndef TARE_TESTS_PUBLISHED_H
#define TARE_TESTS_PUBLISHED_H

#include "band_set.h"

#include <stddef.h>

/** Reads all presets that hold nothing but peaks and shelves, in the order of their ids, with a
    reference rate of 44,100 Hz; bands that are left over are default ones. `*sets` belongs to the
    caller, who frees it. Returns their number; 0 and NULL when that fails. */
size_t published_read(TareBandSet** sets);

#endif
