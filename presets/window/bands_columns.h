/* What the columns of the list of bands show. */

#ifndef TARE_WINDOW_BANDS_COLUMNS_H
#define TARE_WINDOW_BANDS_COLUMNS_H

#include "ports.h"

/** By the number of a column: type, frequency, gain, Q, side. */
static inline TarePortRole tare_bands_role(unsigned column)
{
    return (TarePortRole)(TARE_PORT_BAND_TYPE + (int)column);
}

#endif
