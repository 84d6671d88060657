/* The listener's own corrections, which stand beside the shared catalogue: a file for each in
   $XDG_DATA_HOME/tare, read with it. Those written here are told by their first line; other files
   in that folder are left alone. */

#ifndef TARE_OWN_STORE_H
#define TARE_OWN_STORE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;

/** The folder, whether it is there or not, to be freed; NULL without a home, or with
    `is_short_of_memory` set. */
char* tare_own_store_folder(bool* is_short_of_memory);

/** Whether there is a correction of an id that was put there; false, too, when memory is short. */
bool tare_own_store_has(const char* folder, const char* id);

/** Puts a correction there, in place of one with the same id. TARE_BAD_INPUT, reported, when a
    file of somebody else has the name. */
TareStatus tare_own_store_put(const char* folder, const TareCorrection* correction,
                              const TareReporter* reporter);

/** Removes one. TARE_NOT_FOUND, not reported, when there is none of that id. */
TareStatus tare_own_store_remove(const char* folder, const char* id, const TareReporter* reporter);

/** The ids of all, sorted, in an array to be freed with each of its texts. False when memory is
    short. */
bool tare_own_store_list(const char* folder, char*** ids, size_t* n);

#endif
