/* Single words of a review: which meanings they have, and what they name. */

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
