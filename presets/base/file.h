/* Files: read whole, written whole or not at all. */

#ifndef TARE_FILE_H
#define TARE_FILE_H

#include "base/report.h"

#include <stdbool.h>
#include <stdio.h>

/** Reads a file into memory. On TARE_OK the caller frees `*text`, which has a NUL behind its
    `*length` bytes; otherwise it is NULL.

    TARE_IO_ERROR: missing, a directory, or not readable. TARE_BAD_INPUT: longer than `max_bytes`.
    Both are reported. */
TareStatus tare_file_read(const char* path, size_t max_bytes, char** text, size_t* length,
                          const TareReporter* reporter);

/** Reads a text that stood in a file; `data` is whatever it reads into. */
typedef TareStatus TareFileReader(void* data, const char* path, const char* text, size_t length,
                                  const TareReporter* reporter);

/** Reads a file and gives its text to a reader. Returns what that returns, or what tare_file_read()
    does when it cannot. */
TareStatus tare_file_read_by(TareFileReader* read, void* data, const char* path, size_t max_bytes,
                             const TareReporter* reporter);

/** Whether two paths lead to one file that is there, by links of any kind too. Devices and pipes
   are no such files: reading one takes nothing away that writing it would lose. */
bool tare_file_is_same(const char* path, const char* other);

/** Writes a file so that at any moment either the old or the complete new content is there: into a
    new file beside it, which then takes its place. Symbolic links are followed, permissions kept;
    a device or pipe is written to directly.

    `write` gets the stream and `data`. When it returns false without a write error it must have
    said itself why, and the result is TARE_BAD_INPUT; an error of writing is reported here, as
    TARE_IO_ERROR. In both cases an old file stays as it was. */
TareStatus tare_file_replace(const char* path, bool (*write)(FILE* out, void* data), void* data,
                             const TareReporter* reporter);

#endif
