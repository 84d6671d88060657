/* What measurements show near a place of which a review says no size. */

#ifndef TARE_CLI_SHOWN_THERE_H
#define TARE_CLI_SHOWN_THERE_H

#include <jansson.h>
#include <stdbool.h>

typedef struct TareStock TareStock;
typedef struct TareReview TareReview;

/** What is known besides a review of its headphone. */
typedef struct TareShownThere {
    TareStock* stock;              ///< NULL: nothing is known
    const struct TareModel* model; ///< NULL when it is not in the catalogue
} TareShownThere;

/** Looks a review's model up, when there is a place to be looked at; the stock stays the caller's.
 */
TareShownThere tare_shown_there(TareStock* stock, const TareReview* review);

/** Prints a row for each measured correction of the model that has a peak or dip near the place.
    False when memory is short. */
bool tare_shown_there_print(const TareShownThere* shown, double place_hz);

/** [{"measured", "freq_hz", "gain_db"}], of the headphone; NULL when memory is short. */
json_t* tare_shown_there_json(const TareShownThere* shown, double place_hz);

#endif
