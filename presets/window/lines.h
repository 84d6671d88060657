/* The curves that the window shows: what the equaliser does, how the headphone sounds without it
   and with it, and how it should. Worked out only when that changes. */

#ifndef TARE_WINDOW_LINES_H
#define TARE_WINDOW_LINES_H

#include <stdint.h>

typedef struct TareControls TareControls;
typedef struct TarePlot TarePlot;
typedef struct TareSound TareSound;

typedef struct TareLines TareLines;

/** No curves; NULL when memory is short. */
TareLines* tare_lines_new(void);

void tare_lines_free(TareLines* lines);

/** Brings them to what controls do to a stream of 1 or 2 channels, without the preamp: that of each
    band that is heard, and their sum; and to what is known of the headphone, each of these with a
    mean of 0 dB over 300 Hz to 3 kHz. Takes about a millisecond when something changed. */
void tare_lines_set(TareLines* lines, const TareControls* controls, uint32_t n_channels,
                    const TareSound* sound);

/** What to draw; what is not known by its look has a label. A sum for each side when the sides
    differ, left first. */
const TarePlot* tare_lines_plot(const TareLines* lines);

#endif
