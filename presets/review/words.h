/* What single words of a review mean for the reading of its figures. */

#ifndef TARE_WORDS_H
#define TARE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Meanings, a bit each; a word may have several until its neighbours decide. */
typedef uint64_t TareMeaning;

#define TARE_WORD_BIT(n) ((TareMeaning)1 << (n))
#define TARE_WORD_UP TARE_WORD_BIT(0)   ///< too loud: "elevated"
#define TARE_WORD_DOWN TARE_WORD_BIT(1) ///< too quiet: "recessed"
#define TARE_WORD_SHAPE                                                                            \
    TARE_WORD_BIT(2) ///< with UP or DOWN: a noun that only a response has, "dip"
#define TARE_WORD_PLURAL                                                                           \
    TARE_WORD_BIT(3)                  ///< such a noun in the plural: what is said holds for several
#define TARE_WORD_AT TARE_WORD_BIT(4) ///< leads to a frequency: "around"
#define TARE_WORD_BELOW TARE_WORD_BIT(5)   ///< all frequencies below
#define TARE_WORD_ABOVE TARE_WORD_BIT(6)   ///< all frequencies above
#define TARE_WORD_BREAK TARE_WORD_BIT(7)   ///< a new thought: "while"
#define TARE_WORD_AND TARE_WORD_BIT(8)     ///< joins
#define TARE_WORD_WITH TARE_WORD_BIT(9)    ///< something else belongs to it: "with", "including"
#define TARE_WORD_REMEDY TARE_WORD_BIT(10) ///< names an equaliser's work: "correction"
#define TARE_WORD_ASKS TARE_WORD_BIT(11)   ///< asks for a remedy: "requires"
#define TARE_WORD_CHANGES                                                                          \
    TARE_WORD_BIT(12) ///< with UP or DOWN: what an equaliser can do too: "boost"
#define TARE_WORD_COMMANDS TARE_WORD_BIT(13) ///< with CHANGES: a verb that asks for it, "cutting"
#define TARE_WORD_ABOUT TARE_WORD_BIT(14)    ///< "approximately"
#define TARE_WORD_ARTICLE TARE_WORD_BIT(15)
#define TARE_WORD_COMPARES                                                                         \
    TARE_WORD_BIT(16)                      ///< the next thing is what it is compared with: "versus"
#define TARE_WORD_TARGET TARE_WORD_BIT(17) ///< what a response is rightly compared with
#define TARE_WORD_LATTER TARE_WORD_BIT(18)
#define TARE_WORD_FORMER TARE_WORD_BIT(19)
#define TARE_WORD_ROLLOFF TARE_WORD_BIT(20)
#define TARE_WORD_SHELF TARE_WORD_BIT(21)
#define TARE_WORD_REACHES                                                                          \
    TARE_WORD_BIT(22)                     ///< links a frequency to the gain behind it: "measuring"
#define TARE_WORD_MOVES TARE_WORD_BIT(23) ///< with a span, a slope and no fault: "falls"
#define TARE_WORD_NOT TARE_WORD_BIT(24)
#define TARE_WORD_LIMITS                                                                           \
    TARE_WORD_BIT(25) ///< next to a gain, makes it a limit: "within", "threshold"
#define TARE_WORD_EQUALISER TARE_WORD_BIT(26)
#define TARE_WORD_BETWEEN TARE_WORD_BIT(27)
#define TARE_WORD_OF TARE_WORD_BIT(28)
#define TARE_WORD_HELPS                                                                            \
    TARE_WORD_BIT(29) ///< asks for a remedy when one is named: "improves with a cut"
#define TARE_WORD_SHOWS TARE_WORD_BIT(30) ///< speaks of a measured response: "exhibits"

/** The meanings of a word in any case, 0 when there is none. Of a compound like "sub-bass" or
    "roll-off", the meaning of the whole or else of its last part. */
TareMeaning tare_word_meaning(const char* word, size_t length);

/** Whether a word equals a lower-case pattern, case aside; a '*' at its end stands for the rest. */
bool tare_word_is(const char* word, size_t length, const char* pattern);

/** The first of `n` rows in the order of letters whose pattern begins with this letter or a later
    one. A row of `size` bytes begins with its pattern, a const char*. */
size_t tare_word_first_row(const void* rows, size_t n, size_t size, char letter);

#endif
