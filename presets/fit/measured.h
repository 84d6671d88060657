/* Where a curve was measured at all: beyond that nobody knows what a headphone does. */

#ifndef TARE_FIT_MEASURED_H
#define TARE_FIT_MEASURED_H

#include "base/report.h"

#include <stdbool.h>

typedef struct TareCurve TareCurve;

/** From 0 Hz where a curve reaches down far enough to go on by itself, up to infinity likewise. */
typedef struct TareFitRange {
    double from_hz, to_hz;
} TareFitRange;

/** All frequencies. */
TareFitRange tare_fit_measured_everywhere(void);

/** What counts when a fit is judged: a curve that starts at 50 Hz or below and ends at 16 kHz or
    above counts everywhere. */
TareFitRange tare_fit_measured_range(const TareCurve* curve);

/** Whether that is everywhere. */
bool tare_fit_measured_is_whole(const TareCurve* curve);

/** Beyond what a correction keeps its gain: the same, but for curves that start at 110 Hz or below,
    where a target is the better guess of what is missing. */
TareFitRange tare_fit_measured_kept(const TareCurve* curve);

/** Notes where nothing was measured; nothing when it counts everywhere. */
void tare_fit_measured_tell(const TareCurve* curve, const char* file, const TareReporter* reporter);

#endif
