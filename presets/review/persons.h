/* What somebody does to a response by hand, which is no fault that it has. */

#ifndef TARE_PERSONS_H
#define TARE_PERSONS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether a pair that no word calls a remedy may be one that somebody has set: "he pulls 170 Hz
    down by 3 dB", "I now have a dip of 4 dB at 200 Hz", "-2 dB at 220 Hz gives room". `word` is
    that of the direction; n_tokens for none. */
bool tare_change_may_be_of_person(const TareClause* clause, size_t word);

/** Whether somebody is told not to listen to who advises a pair: "ignore those who boost 30 Hz". */
bool tare_is_advised_against(const TareClause* clause);

#endif
