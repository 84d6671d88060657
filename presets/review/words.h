/* What single words of a review mean for the reading of its figures. */

#ifndef TARE_WORDS_H
#define TARE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Meanings; a word may have several until its neighbours decide. */
enum {
    TARE_WORD_UP = 1 << 0,        ///< too loud: "elevated"
    TARE_WORD_DOWN = 1 << 1,      ///< too quiet: "recessed"
    TARE_WORD_SHAPE = 1 << 2,     ///< with UP or DOWN: a noun that only a response has, "dip"
    TARE_WORD_PLURAL = 1 << 3,    ///< such a noun in the plural: what is said holds for several
    TARE_WORD_AT = 1 << 4,        ///< leads to a frequency: "around"
    TARE_WORD_BELOW = 1 << 5,     ///< all frequencies below
    TARE_WORD_ABOVE = 1 << 6,     ///< all frequencies above
    TARE_WORD_BREAK = 1 << 7,     ///< a new thought: "while"
    TARE_WORD_AND = 1 << 8,       ///< joins
    TARE_WORD_WITH = 1 << 9,      ///< something else belongs to it: "with", "including"
    TARE_WORD_REMEDY = 1 << 10,   ///< names an equaliser's work: "correction"
    TARE_WORD_ASKS = 1 << 11,     ///< asks for a remedy: "requires"
    TARE_WORD_CHANGES = 1 << 12,  ///< with UP or DOWN: what an equaliser can do too: "boost"
    TARE_WORD_COMMANDS = 1 << 13, ///< with CHANGES: a verb that asks for it, "cutting"
    TARE_WORD_ABOUT = 1 << 14,    ///< "approximately"
    TARE_WORD_ARTICLE = 1 << 15,
    TARE_WORD_COMPARES = 1 << 16, ///< the next thing is what it is compared with: "versus"
    TARE_WORD_TARGET = 1 << 17,   ///< what a response is rightly compared with
    TARE_WORD_LATTER = 1 << 18,
    TARE_WORD_FORMER = 1 << 19,
    TARE_WORD_ROLLOFF = 1 << 20,
    TARE_WORD_SHELF = 1 << 21,
    TARE_WORD_REACHES = 1 << 22, ///< links a frequency to the gain behind it: "measuring"
    TARE_WORD_MOVES = 1 << 23,   ///< with a span, a slope and no fault: "falls"
    TARE_WORD_NOT = 1 << 24,
    TARE_WORD_LIMITS = 1 << 25, ///< next to a gain, makes it a limit: "within", "threshold"
    TARE_WORD_EQUALISER = 1 << 26,
    TARE_WORD_BETWEEN = 1 << 27,
    TARE_WORD_OF = 1 << 28,
    TARE_WORD_HELPS = 1 << 29, ///< asks for a remedy when one is named: "improves with a cut"
    TARE_WORD_SHOWS = 1 << 30, ///< speaks of a measured response: "exhibits"
};

/** The meanings of a word in any case, 0 when there is none. Of a compound like "sub-bass" or
    "roll-off", the meaning of the whole or else of its last part. */
uint32_t tare_word_meaning(const char* word, size_t length);

/** Whether a word equals a lower-case pattern, case aside; a '*' at its end stands for the rest. */
bool tare_word_is(const char* word, size_t length, const char* pattern);

#endif
