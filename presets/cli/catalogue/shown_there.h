/* What measurements show near a place of which a review says no size. */

#ifndef TARE_CLI_SHOWN_THERE_H
#define TARE_CLI_SHOWN_THERE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct TareStock TareStock;
typedef struct TareReview TareReview;

/** The measured corrections of a review's headphone. */
typedef struct TareShownThere {
    struct TareShown* shown;
    size_t n;
} TareShownThere;

/** Looks a review's model up and designs its measured corrections, when there is a place to be
    looked at; a stock of NULL knows no model. On true the caller clears it; false when memory is
    short. */
bool tare_shown_there_open(TareShownThere* there, TareStock* stock, const TareReview* review);

/** Frees what it owns and empties it. */
void tare_shown_there_clear(TareShownThere* there);

/** Prints a row for each measured correction of the model that has a peak or dip near the place;
    none for a place of 0. */
void tare_shown_there_print(const TareShownThere* there, double place_hz);

/** [{"measured", "freq_hz", "gain_db"}], of the headphone; NULL when memory is short. */
json_t* tare_shown_there_json(const TareShownThere* there, double place_hz);

#endif
