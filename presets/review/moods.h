/* Whether a sentence says that something is so, or only that it might or should be. */

#ifndef TARE_MOODS_H
#define TARE_MOODS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;
typedef struct TareSentence TareSentence;

/** Whether the word of direction is what somebody wishes for: "it could use 3 dB more", "3 kHz
    should be 2 dB higher". */
bool tare_is_wished(const TareClause* clause, size_t word);

/** Whether a change is only thought of: "a boost of 6 dB would do harm", "if you cut 3 kHz". */
bool tare_is_hypothetical(const TareClause* clause, size_t word);

/** Whether "more" or "less" is said without what it is measured by, so that it may be another
    product: "it has 3 dB more at 80 Hz". */
bool tare_lacks_reference(const TareClause* clause, size_t word);

/** Whether the sentence says of a remedy that it does harm. */
bool tare_is_warned_of(const TareClause* clause);

/** Whether the sentence tells what the writer did, and not what was seen. */
bool tare_is_own_work(const TareClause* clause);

/** "In the EQ, 250 Hz goes down 3 dB": what follows are settings. */
bool tare_opens_on_equaliser(const TareSentence* sentence);

/** Whether a signed gain is told what it would do: "plus 10 dB at 4 kHz would merely be loud". */
bool tare_is_imagined_effect(const TareClause* clause);

#endif
