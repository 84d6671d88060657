/* What somebody may have meant who mistyped a word out of a small list. */

#ifndef TARE_CLI_NEAREST_H
#define TARE_CLI_NEAREST_H

#include <stddef.h>

/** Slips of the finger between two words: letters wrong, missing, too many, or two exchanged.
    Words longer than 31 bytes are as far apart as can be. */
size_t tare_nearest_distance(const char* a, const char* b);

/** Whether a distance is small enough to ask "did you mean". */
int tare_nearest_is_close(const char* typed, size_t distance);

#endif
