/* UTF-16, of either order of bytes, made UTF-8. */

#ifndef TARE_UTF16_H
#define TARE_UTF16_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareText TareText;

/** Whether bytes are UTF-16, as their byte-order mark tells, or the zero beside a first ASCII
    letter. */
bool tare_utf16_is(const char* bytes, size_t length);

/** Appends what such bytes say, without the mark. Half a character becomes U+FFFD. */
void tare_utf16_append(TareText* text, const char* bytes, size_t length);

#endif
