/* What a gain with a sign is of which no word tells whether it is a fault or a setting. */

#ifndef TARE_SIGNED_GAINS_H
#define TARE_SIGNED_GAINS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether a gain is what a filter is set to, as it has a sign, and a Q or an equaliser
    beside it, and nothing speaks of a fault or of a measured response: "it sounds right
    with -3 dB at 3 kHz (Q 2)". */
bool tare_signed_gain_is_setting(const TareClause* clause);

/** Whether only figures and what joins them stand between the pair and "on my equaliser". */
bool tare_gain_is_on_equaliser(const TareClause* clause);

/** Whether nothing in the sentence of a signed gain speaks of a response: "+3 dB at 2 kHz and the
    voices come alive" may be the one or the other. */
bool tare_signed_gain_is_unproven(const TareClause* clause);

/** Whether nothing in the sentence shows that the change which a word names, "boost" or "lowered",
   is one of the response, so that somebody may be told to make it. */
bool tare_change_is_unproven(const TareClause* clause, size_t word);

/** Whether a gain has the sign opposite to a fault that is named before it: "less mud (200 Hz,
    -3 dB)". It is hardly one of the response then. */
bool tare_signed_gain_counters(const TareClause* clause);

#endif
