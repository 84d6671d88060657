/* What a "Filter" line of Equalizer APO means. */

#ifndef TARE_APO_FILTER_H
#define TARE_APO_FILTER_H

#include "formats/dialect.h"
#include "tare/band.h"

typedef struct TareApoLine TareApoLine;
typedef struct TareGathered TareGathered;
typedef struct TareSpan TareSpan;

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

/** Takes the filter of "ON IIR Order 2 Coefficients b0 b1 b2 a0 a1 a2", or of those of order 1, for
   a channel; commas are points. False when it is another one. */
bool tare_apo_filter_coefficients(TareGathered* gathered, TareChannel channel, unsigned line,
                                  TareSpan value);

#endif
