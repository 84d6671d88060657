/* The lines of Equalizer APO that Peace writes for a slider. */

#ifndef TARE_PEACE_LINES_H
#define TARE_PEACE_LINES_H

#include "formats/apo_line.h"

typedef struct TarePeaceSlider TarePeaceSlider;

enum { TARE_PEACE_MAX_LINES = 16 };

typedef struct TarePeaceLines {
    TareApoLine lines[TARE_PEACE_MAX_LINES]; ///< each of a filter that is on
    unsigned n;                              ///< 0: the slider does nothing
    bool is_disabled;
} TarePeaceLines;

/** Finds them for a slider with a frequency above 0. NULL, or why there are none, "what is wrong;
    what was expected". */
const char* tare_peace_lines_of(TarePeaceLines* lines, const TarePeaceSlider* slider);

#endif
