/* What comes of a change, praise or complaint, and so whether it is one that somebody makes. */

#ifndef TARE_OUTCOMES_H
#define TARE_OUTCOMES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether the gain of a clause is the means to something good: "with 5 dB added at 60 Hz it has
    weight", "minus 3 dB at 5 kHz and it sings". `word` is the word that gives its direction,
    n_tokens when a sign does. */
bool tare_change_is_praised(const TareClause* clause, size_t word);

/** Whether a complaint and no praise stands behind the figures of a clause. */
bool tare_change_is_blamed(const TareClause* clause);

/** Whether the gain of a clause is such a means, of which nothing tells that it is good: it may be
    there already, and may be tried. */
bool tare_change_is_mere_means(const TareClause* clause, size_t word);

#endif
