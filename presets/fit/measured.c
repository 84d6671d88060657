#include "fit/measured.h"

#include "curves/curve.h"

#include <math.h>

#define COUNTS_FROM_HZ 50.0
#define KEPT_FROM_HZ 110.0
#define TO_HZ 16000.0

TareFitRange tare_fit_measured_everywhere(void)
{
    return (TareFitRange){0.0, HUGE_VAL};
}

/** The range of a curve, without ends that reach as far as `from_hz` and 16 kHz. */
static TareFitRange range_beyond(const TareCurve* curve, double from_hz)
{
    const double first_hz = curve->points[0].freq_hz;
    const double last_hz = curve->points[curve->n - 1].freq_hz;
    return (TareFitRange){first_hz > from_hz ? first_hz : 0.0,
                          last_hz < TO_HZ ? last_hz : (double)HUGE_VAL};
}

TareFitRange tare_fit_measured_range(const TareCurve* curve)
{
    return range_beyond(curve, COUNTS_FROM_HZ);
}

bool tare_fit_measured_is_whole(const TareCurve* curve)
{
    const TareFitRange range = tare_fit_measured_range(curve);
    return range.from_hz == 0.0 && range.to_hz == (double)HUGE_VAL;
}

TareFitRange tare_fit_measured_kept(const TareCurve* curve)
{
    return range_beyond(curve, KEPT_FROM_HZ);
}

void tare_fit_measured_tell(const TareCurve* curve, const char* file, const TareReporter* reporter)
{
    const TareFitRange range = tare_fit_measured_range(curve);
    if (range.from_hz > 0.0)
        tare_report(reporter, TARE_NOTE, file, 0, 0,
                    "nothing is measured below %.0f Hz: %s, and not counted; expected 20 Hz to "
                    "20 kHz",
                    range.from_hz,
                    range.from_hz > KEPT_FROM_HZ ? "left alone there"
                                                 : "taken to go on as it begins");
    if (range.to_hz < HUGE_VAL)
        tare_report(reporter, TARE_NOTE, file, 0, 0,
                    "nothing is measured above %.0f Hz: left alone there, and not counted; "
                    "expected 20 Hz to 20 kHz",
                    range.to_hz);
}
