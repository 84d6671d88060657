/* Any bytes to the reader of measurements, as each part that it can be asked for. For libFuzzer:
   see run.py. */

#include "curves/curve.h"
#include "base/report.h"
#include "curves/curve_file.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t length);

static void hear(void* data, const TareReport* report)
{
    (void)data;
    if (!strstr(report->message, "; expected"))
        abort();
}

static void check(const TareCurve* curve)
{
    if (curve->n < 2)
        abort();
    for (size_t i = 0; i < curve->n; ++i)
        if (!tare_curve_can_hold(curve->points[i].freq_hz, curve->points[i].level_db) ||
            (i > 0 && curve->points[i - 1].freq_hz >= curve->points[i].freq_hz))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t length)
{
    static const TareCurvePart parts[] = {TARE_CURVE_MEASURED, TARE_CURVE_LEFT, TARE_CURVE_RIGHT,
                                          TARE_CURVE_TARGET};
    const TareReporter reporter = {hear, NULL};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
        TareCurve curve;
        const TareStatus status = tare_curve_read_part(&curve, "fuzz", (const char*)bytes, length,
                                                       parts[i], NULL, &reporter);
        if (status == TARE_OK)
            check(&curve);
        else if (curve.points)
            abort();
        tare_curve_clear(&curve);
    }
    return 0;
}
