/* Single words of a review: which meanings they have, and whether they are some word. */

#ifndef TARE_WORDS_H
#define TARE_WORDS_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

/** The meanings of a word in any case, 0 when there is none. Of a compound like "sub-bass" or
    "roll-off", the meaning of the whole or else of its last part. */
TareWordMeaning tare_word_meaning(const char* word, size_t length);

/** The meaning of a sign that stands for a word, "<", 0 when it stands for none. */
TareWordMeaning tare_word_of_sign(char c);

/** Whether a word equals a lower-case pattern, case aside; a '*' at its end stands for the rest.
   The pattern ends with its text, or at a blank before the pattern of another word. */
bool tare_word_is(const char* word, size_t length, const char* pattern);

/** The next of `n` rows, behind the row `after` (NULL: from the beginning), whose pattern a word
    is. Rows of `size` bytes stand in the order of the first two letters of their patterns, a const
    char* each at the beginning; no pattern is a letter and a '*'. NULL when there is none. */
const void* tare_word_next_row(const void* rows, size_t n, size_t size, const void* after,
                               const char* word, size_t length);

/** Whether a word names a program or device that holds an equaliser, or somebody who publishes
    settings: what stands under such a name is what an equaliser is set to. */
bool tare_word_names_software(const char* word, size_t length);

/** Whether a word does so right behind the name of a maker, "Apple Music", or behind "my". */
bool tare_word_names_software_of_maker(const char* word, size_t length);
bool tare_word_names_software_of_person(const char* word, size_t length);

/** Whether a full stop behind a word ends a sentence even before a small letter, as many people
    write: that of a short word is rather one of an abbreviation. */
bool tare_word_may_end(const char* word, size_t length);

#endif
