/* The words that have a meaning, in four tables: those that tell of too much or too little, those
   that hold a sentence together, those of which lists of settings consist, and the verbs in these.
 */

#ifndef TARE_WORD_TABLES_H
#define TARE_WORD_TABLES_H

#include "review/meaning.h"

#include <stddef.h>

typedef struct TareWord {
    const char* pattern;     ///< lower case without hyphens; '*' stands for the rest of the word
    TareWordMeaning meaning; ///< TARE_WORD_*, or of settings TARE_SETTING_*
} TareWord;

/* All in the order of letters; the first pattern that fits counts. */
extern const TareWord tare_level_words[];
extern const size_t tare_n_level_words;
extern const TareWord tare_grammar_words[];
extern const size_t tare_n_grammar_words;
extern const TareWord tare_setting_words[];
extern const size_t tare_n_setting_words;
extern const TareWord tare_setting_verbs[];
extern const size_t tare_n_setting_verbs;

#endif
