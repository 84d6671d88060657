/* What is dropped on the window. */

#ifndef TARE_WINDOW_DROP_PATH_H
#define TARE_WINDOW_DROP_PATH_H

#include <stdbool.h>
#include <stddef.h>

/** The path of the first file of this machine in a list of addresses ("text/uri-list", RFC 2483),
    which need not end in NUL. False when there is none, or no room for it. */
bool tare_drop_path(const char* list, size_t length, char* path, size_t size);

#endif
