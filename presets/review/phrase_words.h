/* Words that mean something only together, as rows. */

#ifndef TARE_PHRASE_WORDS_H
#define TARE_PHRASE_WORDS_H

#include "review/word_tables.h"

#include <stddef.h>

/** Two words, patterns of tare_word_is(), and what they mean together. */
typedef struct TarePhrase {
    const char* first;
    const char* second;
    TareWordMeaning meaning;
} TarePhrase;

/* Each in the order of the first two letters of the rows; of several that fit the first counts. */

/** Two words side by side: "too much". */
extern const TarePhrase tare_phrases[];
extern const size_t tare_n_phrases;

/** A verb right behind "I" or "we", and what the writer does with it: "I added". */
extern const TareWord tare_phrases_of_writer[];
extern const size_t tare_n_phrases_of_writer;

/** A verb with a particle that tells its direction; a part of the thought may stand between: "pull
    5 kHz down". */
extern const TarePhrase tare_phrase_verbs[];
extern const size_t tare_n_phrase_verbs;

#endif
