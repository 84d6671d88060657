/* What is left between a headphone and its target, before and after the correction, in two figures:
   standard deviation and tilt (fit/figures.h). */

#ifndef TARE_CLI_LEFT_OVER_H
#define TARE_CLI_LEFT_OVER_H

#include <jansson.h>
#include <stdbool.h>

typedef struct TareFitFigures TareFitFigures;
typedef struct TarePick TarePick;

/** Prints both figures, a line each. */
void tare_left_over_print(const TareFitFigures* before, const TareFitFigures* after);

/** The same for a pick, if its measured curve and its target are known. False when memory is short.
 */
bool tare_left_over_print_pick(const TarePick* pick);

/** The same as {"before": {"deviation_db", "tilt_db_per_octave"}, "after": {...}}; null when they
    are not known. NULL when memory is short. */
json_t* tare_left_over_json(const TarePick* pick);

#endif
