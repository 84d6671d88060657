/* Files that Tare wrote, known by how they begin: nothing else is ever written to. */

#ifndef TARE_PIPEWIRE_OWN_FILE_H
#define TARE_PIPEWIRE_OWN_FILE_H

#include "base/report.h"

#include <stdbool.h>
#include <stdio.h>

/** Whether something has that name, be it a link that leads nowhere. */
bool tare_own_file_is_there(const char* path);

/** Reads one, which is a regular file; the caller frees it. NULL, and in `result` why, reported,
    when it is not, or cannot be read. */
char* tare_own_file_read(const char* path, TareStatus* result, const TareReporter* reporter);

/** Whether nothing is there, or a file that is ours by its text; a link that leads nowhere is
    somebody else's. */
bool tare_own_file_may_write(const char* path, bool (*is_ours)(const char* text));

/** Writes one as tare_file_replace() does, but not when it would be what it was. */
TareStatus tare_own_file_replace(const char* path, bool (*write)(FILE* out, void* data), void* data,
                                 const TareReporter* reporter);

#endif
