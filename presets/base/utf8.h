/* UTF-8, as strict as RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */

#ifndef TARE_UTF8_H
#define TARE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Decodes the character at the beginning of `text`, length >= 1. Returns how many bytes it takes,
    1 to 4; 0 when these bytes are no UTF-8. */
size_t tare_utf8_decode(const char* text, size_t length, uint32_t* character);

/** Writes a character, at most U+10FFFF, which makes 1 to 4 bytes. Returns how many. */
size_t tare_utf8_encode(uint32_t character, char bytes[4]);

/** Whether all of it is UTF-8. `bad_offset` receives where it is not; NULL is allowed. NUL is a
    character like others. */
bool tare_utf8_is_valid(const char* text, size_t length, size_t* bad_offset);

/** How many bytes the byte order mark at the beginning of a text takes; 0 when there is none. */
size_t tare_utf8_mark_length(const char* text, size_t length);

/** Takes away what snprintf() left of a last character that did not fit. */
void tare_utf8_drop_partial_end(char* text);

/** Whether the bytes here, valid UTF-8, begin a control character (C0, DEL or C1). */
bool tare_utf8_is_control(const char* text);

#endif
