/* Whose curve a figure is of: a headphone's, or that of a filter, a program, a room. */

#ifndef TARE_BEARERS_H
#define TARE_BEARERS_H

#include <stdbool.h>

typedef struct TareClause TareClause;
typedef struct TareSentence TareSentence;

/** Whether what a clause tells is of something else than a headphone: "the curve in my player dips
    by 3 dB", "the result of the fit is a hump". */
bool tare_bearer_is_other(const TareClause* clause);

/** Whether a clause names a headphone behind what holds a filter: "on my phone they peak". */
bool tare_bearer_is_headphone(const TareClause* clause);

/** Whether a sentence tells that somebody made or took a filter, so that the next one may go on
    about that: "I soldered a network into the cable". */
bool tare_bearer_is_made(const TareSentence* sentence);

/** Whether a sentence goes on about what the one before has told of: "There is a lift". */
bool tare_bearer_goes_on(const TareSentence* sentence);

#endif
