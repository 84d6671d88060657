/* A folder of a test program's own, for files that live as long as it runs. */

#ifndef TARE_TESTS_SCRATCH_H
#define TARE_TESTS_SCRATCH_H

#include <stdbool.h>

/** Makes the folder; false when that fails. */
bool scratch_make(void);

/** Its path; a text that stays. */
const char* scratch_folder(void);

/** The path of a file in it; lives until the fourth call from now. */
const char* scratch_path(const char* name);

/** Writes a file in it. Returns its path, as scratch_path() does; NULL when that fails. */
const char* scratch_write(const char* name, const char* text);

/** Removes the folder with all that is in it. */
bool scratch_remove(void);

#endif
