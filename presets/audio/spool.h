/* What comes through a pipe, kept in a nameless file while it is worked on: the header of a sound
   file is only right once its length is known. */

#ifndef TARE_SPOOL_H
#define TARE_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Whether a path stands for standard input or output: "-". */
bool tare_spool_is_pipe(const char* path);

/** A nameless file; NULL with errno set. The caller closes it. */
FILE* tare_spool_new(void);

/** Writes the path under which an open file can be opened once more, by whatever name it has. */
void tare_spool_path(char* path, size_t size, int descriptor);

/** Copies all that comes from one descriptor to another; false with errno set. */
bool tare_spool_copy(int from, int to);

#endif
