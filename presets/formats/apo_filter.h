/* What a "Filter" line of Equalizer APO means. */

#ifndef TARE_APO_FILTER_H
#define TARE_APO_FILTER_H

#include "formats/dialect.h"

typedef struct TareApoLine TareApoLine;
typedef struct TareBand TareBand;

typedef enum {
    TARE_APO_FILTER_IS_BAND,
    TARE_APO_FILTER_IS_NONE,    ///< an empty place
    TARE_APO_FILTER_IS_UNKNOWN, ///< no filter: `why` says what is wrong
    TARE_APO_FILTER_IS_CUSTOM   ///< coefficients in place of a type
} TareApoFilter;

/** Makes a band, of both channels, of what stands in a line. `why`, "what is wrong; what was
    expected", is set for a filter that is unknown. */
TareApoFilter tare_apo_filter_read(TareBand* band, const TareApoLine* line, TareDialect dialect,
                                   const char** why);

#endif
