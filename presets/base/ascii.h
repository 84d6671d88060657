/* Kinds of characters, and beginnings of texts, the same in every locale. */

#ifndef TARE_ASCII_H
#define TARE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool tare_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool tare_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/** Other bytes stay as they are. */
static inline char tare_ascii_lower(char c)
{
    return tare_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/** A byte of a character that is not ASCII counts as one too. */
static inline bool tare_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || tare_is_upper(c) || (unsigned char)c >= 0x80;
}

/** Whether a text begins with this, which is in small letters, in any case. */
static inline bool tare_ascii_begins(const char* text, size_t length, const char* beginning)
{
    size_t n = 0;
    while (n < length && beginning[n] && tare_ascii_lower(text[n]) == beginning[n])
        ++n;
    return !beginning[n];
}

#endif
