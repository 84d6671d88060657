/* What the other corrections of a model say to the one that is shown: words against measurements.
 */

#ifndef TARE_CLI_WITNESSES_H
#define TARE_CLI_WITNESSES_H

#include <jansson.h>
#include <stdbool.h>

typedef struct TarePick TarePick;

/** Prints for each band that a review's words gave whether what was measured goes the same way. The
    shown correction is the review's, held against all that were measured, or a measured one, held
    against the reviews. Nothing when the model has not both. False when memory is short. */
bool tare_witnesses_print(const TarePick* pick);

/** [{"review", "freq_hz", "gain_db", "words_db", "measured", "measured_db", "verdict"}]; NULL when
    memory is short. */
json_t* tare_witnesses_json(const TarePick* pick);

#endif
