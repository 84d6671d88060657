/* A folder for the files of a test, gone when the test is. */

#ifndef TARE_TESTS_SCRATCH_H
#define TARE_TESTS_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

/** Makes the folder; false when that fails. One at a time. */
bool scratch_make(void);

/** Removes the folder with all that is in it; false when something stays. */
bool scratch_remove(void);

/** "folder/name"; lives until the eighth call after it. The folder itself for "". */
const char* scratch_path(const char* name);

/** Writes a text into a file of the folder. Returns its path, as scratch_path() does; NULL when
    that fails. */
const char* scratch_write(const char* name, const char* text);

/** Reads a file of the folder, as much as fits, as a text; empty when there is none. */
const char* scratch_read(const char* name);

/** Makes a folder in the folder. */
bool scratch_folder(const char* name);

/** How many files, folders and links lie in the folder, those below others too. */
size_t scratch_count(void);

#endif
