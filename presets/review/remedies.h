/* Fault or remedy: whether a pair is what a headphone does or what an equaliser should do. */

#ifndef TARE_REMEDIES_H
#define TARE_REMEDIES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;
typedef struct TarePair TarePair;

typedef struct TareRemedy {
    bool is_told;  ///< the text names the remedy
    bool goes_on;  ///< as an item of a list that began with an earlier pair
    size_t asking; ///< the word before the gain that asks for it; n_tokens when there is none
} TareRemedy;

/** Judges a pair. `word` is the word that gives its direction, n_tokens when there is none;
    `before` the pair of a remedy told earlier in the sentence, NULL when there is none. */
TareRemedy tare_remedy_find(const TareClause* clause, size_t word, const TarePair* before);

/** Whether the word of direction is that of the told remedy: a "cut" that is asked for. Else it
    describes the fault, and the remedy does the opposite. */
bool tare_remedy_is_word(const TareClause* clause, const TareRemedy* remedy, size_t word);

/** Whether a change may as well be what somebody does as what the response has. */
bool tare_remedy_is_doubtful(const TareClause* clause, size_t word);

#endif
