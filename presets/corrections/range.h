/* Between which bounds the numbers of a correction lie. */

#ifndef TARE_RANGE_H
#define TARE_RANGE_H

#include <stdbool.h>

typedef struct TareRange {
    const char* name; ///< for reports
    double min, max;
    bool may_be_zero; ///< zero counts besides
} TareRange;

extern const TareRange tare_freq_range, tare_gain_range, tare_q_range, tare_preamp_range,
    tare_rate_range;

bool tare_range_holds(const TareRange* range, double value);

#endif
