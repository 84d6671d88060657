/* Any bytes to the reader of measurements, as each part that it can be asked for, and columns by
   the beginning of their names. For libFuzzer: see run.py. */

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
    static const struct {
        TareCurvePart part;
        const char* column;
    } wishes[] = {{TARE_CURVE_MEASURED, NULL}, {TARE_CURVE_LEFT, NULL},
                  {TARE_CURVE_RIGHT, NULL},    {TARE_CURVE_TARGET, NULL},
                  {TARE_CURVE_MEASURED, "l"},  {TARE_CURVE_MEASURED, "raw"}};
    const TareReporter reporter = {hear, NULL};
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; ++i) {
        TareCurve curve;
        const TareStatus status = tare_curve_read_part(&curve, "fuzz", (const char*)bytes, length,
                                                       wishes[i].part, wishes[i].column, &reporter);
        if (status == TARE_OK)
            check(&curve);
        else if (curve.points)
            abort();
        tare_curve_clear(&curve);
    }
    return 0;
}
