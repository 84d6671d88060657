/* Which ends of lines are ends of what is said there. */

#ifndef TARE_LINE_ENDS_H
#define TARE_LINE_ENDS_H

#include <stddef.h>

typedef struct TareNormalised TareNormalised;

/** Puts a line feed in the place of the blank that was one, where a line of the `length` bytes of
    `source` was not broken because it was full: in lists without marks, "8.5 kHz is +6 dB" above
    "100 Hz is +3 dB". Elsewhere a sentence goes on behind it. */
void tare_line_ends_mark(TareNormalised* text, const char* source, size_t length);

#endif
