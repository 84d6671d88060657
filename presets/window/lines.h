/* The curves that the window shows of what the equaliser does, worked out only when that changes.
 */

#ifndef TARE_WINDOW_LINES_H
#define TARE_WINDOW_LINES_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareControls TareControls;
typedef struct TarePlot TarePlot;

typedef struct TareLines TareLines;

/** No curves; NULL when memory is short. */
TareLines* tare_lines_new(void);

void tare_lines_free(TareLines* lines);

/** Brings them to what controls do to a stream of 1 or 2 channels, without the preamp: that of each
    band that is heard, and their sum. Takes about a millisecond when something changed. */
void tare_lines_set(TareLines* lines, const TareControls* controls, uint32_t n_channels);

/** What to draw, without words. A sum for each side when the sides differ, left first. */
const TarePlot* tare_lines_plot(const TareLines* lines);

bool tare_lines_sides_differ(const TareLines* lines);

#endif
