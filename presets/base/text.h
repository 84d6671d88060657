/* Text that grows. */

#ifndef TARE_TEXT_H
#define TARE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** A part of a text that somebody else owns. */
typedef struct TareSpan {
    const char* first;
    const char* end;
} TareSpan;

/** Whether a span is this text. */
bool tare_span_equals(TareSpan span, const char* text);

/** Starts as {0}. Once memory was short, `failed` is set and nothing more is appended: it is enough
    to ask at the end. */
typedef struct TareText {
    char* data; ///< ends in NUL; NULL as long as nothing was appended
    size_t length, capacity;
    bool failed;
} TareText;

/** Makes room for n more bytes and the NUL, to be written at data + length. False when memory is
    short. */
bool tare_text_reserve(TareText* text, size_t n);

/** Appends n bytes. */
void tare_text_append(TareText* text, const char* s, size_t n);

/** Appends a printf-like text. Numbers with a fraction go through number.h instead: printf would
    ask the locale for their decimal mark. */
void tare_text_format(TareText* text, const char* format, ...)
    __attribute__((format(printf, 2, 3)));

/** Frees it and makes it empty, ready for use again. */
void tare_text_clear(TareText* text);

/** A copy of n bytes with a NUL behind them, to be freed by the caller; NULL when memory is short.
 */
char* tare_text_copy(const char* s, size_t n);

/** Whether two texts are the same; NULL is the same as NULL alone. */
bool tare_text_is_same(const char* a, const char* b);

/** Puts a copy of a text, or NULL, in the place of one that was set like this before. False, and
    NULL there, when memory is short. */
bool tare_text_set(const char** place, const char* text);

/** The same with n bytes of a text; NULL when n is 0. */
bool tare_text_set_part(const char** place, const char* s, size_t n);

#endif
