/* Words against patterns: whether a word is some word, and which row of a table it is. */

#ifndef TARE_WORD_PATTERNS_H
#define TARE_WORD_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

/** Whether a word equals a lower-case pattern, case aside; a '*' at its end stands for the rest.
   The pattern ends with its text, or at a blank before the pattern of another word. */
bool tare_word_is(const char* word, size_t length, const char* pattern);

/** The next of `n` rows, behind the row `after` (NULL: from the beginning), whose pattern a word
    is. Rows of `size` bytes stand in the order of the first two letters of their patterns, a const
    char* each at the beginning; no pattern is a letter and a '*'. NULL when there is none. */
const void* tare_word_next_row(const void* rows, size_t n, size_t size, const void* after,
                               const char* word, size_t length);

#endif
