/* Words that make a figure something else than a fault of this headphone. */

#ifndef TARE_VETOES_H
#define TARE_VETOES_H

#include "readers/clauses.h"

/** Why nothing may be made of a pair; NULL when nothing speaks against it. `target_name` is the
    reviewed product. */
const char* tare_veto_reason(const TareClause* clause, const char* target_name);

/** Why nothing may be made of a gain that has no frequency: for the list of what was left out. */
const char* tare_veto_reason_of_gain(const TareSentence* sentence, size_t gain);

#endif
