/* The words that make a figure something else than a fault, and how far each of them reaches. */

#ifndef TARE_VETO_WORDS_H
#define TARE_VETO_WORDS_H

#include "review/reason.h"

#include <stddef.h>

/** How far a word reaches. */
typedef enum {
    TARE_REACH_BEHIND_GAIN, ///< it stands right behind the gain
    TARE_REACH_NEAR_GAIN,   ///< right beside the gain
    TARE_REACH_NEAR_PAIR,   ///< between gain and frequency, or right beside one of them
    /** As TARE_REACH_NEAR_PAIR; but a peak, dip or shelf that is named in the clause is one all the
       same. */
    TARE_REACH_NEAR_PAIR_WEAKLY,
    TARE_REACH_CLAUSE, ///< anywhere in the clause
    TARE_REACH_MORE,   ///< as CLAUSE, unless it tells of too little: a lack of ear gain is a fault
    TARE_REACH_BEFORE, ///< before the pair in the same thought
    TARE_REACH_ONWARD, ///< in the clause or before it in the same thought
    /** As TARE_REACH_ONWARD; but a peak or dip that is named in the clause is one, whatever came
       before. */
    TARE_REACH_ONWARD_WEAKLY,
    /** As TARE_REACH_ONWARD_WEAKLY; and anywhere in the sentence where the clause tells of nothing
       but less: noise is attenuated in the same words as a response. */
    TARE_REACH_TOPIC,
    TARE_REACH_SENTENCE ///< anywhere in the sentence
} TareReach;

typedef struct TareVeto {
    const char* words; ///< patterns of tare_word_is(), a blank between them
    TareReach reach;
    TareReason reason;
} TareVeto;

/** The first that reaches a pair gives the reason. */
extern const TareVeto tare_vetoes[];
extern const size_t tare_n_vetoes;

/** Those of other products, and of other states of this one; they come after the first table. */
extern const TareVeto tare_vetoes_of_others[];
extern const size_t tare_n_vetoes_of_others;

/** Of both there are fewer. */
enum { TARE_MAX_VETO_WORDS = 1024 };

#endif
