/* Words that make a veto none: the state is the one in which the headphone comes, the app is what
   somebody sets. */

#ifndef TARE_LIFTED_VETOES_H
#define TARE_LIFTED_VETOES_H

#include "review/clauses.h"
#include "review/veto_words.h"

/** Whether a veto, found at a token, does not count for the pair of a clause. */
bool tare_veto_is_lifted(const TareClause* clause, const TareVeto* veto, size_t token);

#endif
