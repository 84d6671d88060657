/* Words farther from a gain and its place that make them a setting: "as proposed by", "is all the
   EQ it needs", "in the equaliser". */

#ifndef TARE_TOLD_SETTINGS_H
#define TARE_TOLD_SETTINGS_H

#include "review/clauses.h"

/** Whether such words prove that the pair is a setting; `word` is that of its direction. */
bool tare_setting_is_told(const TareClause* clause, size_t word);

/** Whether a pair that would be taken for a fault may be one. */
bool tare_setting_may_be_told(const TareClause* clause, size_t word);

#endif
