/* The words that have a meaning, in six tables: those that tell of too much or too little, those
   that hold a sentence together, those of which lists of settings consist, the verbs in these, and
   both in other languages.
 */

#ifndef TARE_WORD_TABLES_H
#define TARE_WORD_TABLES_H

#include "review/meaning.h"

#include <stddef.h>

typedef struct TareWord {
    const char* pattern;     ///< lower case without hyphens; '*' stands for the rest of the word
    TareWordMeaning meaning; ///< TARE_WORD_*, or of settings TARE_SETTING_*, or TARE_SOFTWARE_*
} TareWord;

/** When a word names what holds an equaliser. */
enum {
    TARE_SOFTWARE_ALONE = 1 << 0,    ///< always: "Wavelet"
    TARE_SOFTWARE_OF_MAKER = 1 << 1, ///< right behind the name of its maker: "Apple Music"
    TARE_SOFTWARE_OF_PERSON = 1 << 2 ///< right behind "my": "my player"
};

/* All in the order of letters; the first pattern that fits counts. */
extern const TareWord tare_level_words[];
extern const size_t tare_n_level_words;
extern const TareWord tare_grammar_words[];
extern const size_t tare_n_grammar_words;
extern const TareWord tare_setting_words[];
extern const size_t tare_n_setting_words;
extern const TareWord tare_setting_verbs[];
extern const size_t tare_n_setting_verbs;
extern const TareWord tare_setting_foreign_words[];
extern const size_t tare_n_setting_foreign_words;
extern const TareWord tare_software_words[];
extern const size_t tare_n_software_words;

#endif
