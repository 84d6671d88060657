/* Lines of settings made ready for reading: their marks, and numbers in words as figures. */

#ifndef TARE_SETTING_FIGURES_H
#define TARE_SETTING_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareNormalised TareNormalised;

/** Longer lines are prose. */
enum { TARE_SETTING_MAX_LINE = 400 };

/** Normalises a line of at most so many bytes, in which commas without blanks part numbers,
    "PK,5000,-3,2", and numbers are figures, "six down at three kHz". The places in its source are
    not known. The caller clears the result; false when memory is short. */
bool tare_setting_figures_normalise(TareNormalised* normalised, const char* text, size_t length);

#endif
