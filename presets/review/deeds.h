/* Verbs of change: what somebody does, or is told to do, and what a fault does by itself. */

#ifndef TARE_DEEDS_H
#define TARE_DEEDS_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;
typedef struct TareSentence TareSentence;

/** Whether a gain is one that the reader is taken to know: "the 6 dB boost", "its 5 dB cut". */
bool tare_gain_is_known(const TareClause* clause);

/** Whether the noun right behind the gain is a fault: "correct the +6 dB peak". */
bool tare_gain_is_of_fault(const TareClause* clause);

/** Whether an equaliser is named anywhere in a sentence. */
bool tare_speaks_of_equaliser(const TareSentence* sentence);

/** Whether a word with one of these roles stands behind the pair, and the pair is no fault itself.
 */
bool tare_deed_is_followed_by(const TareClause* clause, TareRoles roles);

/** Whether a word of change is a verb that asks for it: "cutting", "to cut 5 dB", "cut 5 kHz". */
bool tare_deed_is_command(const TareClause* clause, size_t word);

/** "must be reduced by 6 dB" */
bool tare_deed_is_demanded(const TareClause* clause, size_t word);

/** Whether a verb before the gain tells somebody to change it. */
bool tare_deed_is_wanted(const TareClause* clause);

#endif
