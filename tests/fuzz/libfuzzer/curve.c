/* Any bytes to the reader of measurements, as each part that it can be asked for, and columns by
   the beginning of their names; and as a file, which lies in memory, beside itself as the other
   seating, and beside one that is not there. For libFuzzer: see run.py. */

#define _GNU_SOURCE /* for memfd_create() */

#include "curves/curve.h"
#include "base/report.h"
#include "curves/curve_file.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

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

/** A new file in memory that holds the bytes; `path` receives its name. */
static int keep(const uint8_t* bytes, size_t length, char path[32])
{
    const int file = memfd_create("curve", 0);
    if (file < 0 || write(file, bytes, length) != (ssize_t)length)
        abort();
    (void)snprintf(path, 32, "/proc/self/fd/%d", file);
    return file;
}

/** The same curve comes out of a file as out of the bytes, and as the mean of twice the file. */
static void check_file(const char* path, const TareCurve* wanted, TareStatus status)
{
    const TareReporter reporter = {hear, NULL};
    const char* const twice[] = {path, path};
    const char* const missing[] = {path, "/nowhere/curve"};
    TareCurve found;
    if (tare_curve_read_file(&found, path, NULL, &reporter) != status || found.n != wanted->n ||
        (found.n > 0 && memcmp(found.points, wanted->points, found.n * sizeof *found.points) != 0))
        abort();
    tare_curve_clear(&found);
    if (tare_curve_read_files(&found, twice, 2, NULL, &reporter) != status || found.n != wanted->n)
        abort();
    tare_curve_clear(&found);
    if (tare_curve_read_files(&found, missing, 2, NULL, &reporter) !=
            (status == TARE_OK ? TARE_IO_ERROR : status) ||
        found.points ||
        tare_curve_read_file(&found, "/nowhere/curve.zma", NULL, &reporter) != TARE_BAD_INPUT)
        abort();
}

static void read_as_file(const uint8_t* bytes, size_t length)
{
    const TareReporter reporter = {hear, NULL};
    TareCurve curve;
    char path[32];
    const int file = keep(bytes, length, path);
    const TareStatus status =
        tare_curve_read_text(&curve, path, (const char*)bytes, length, NULL, &reporter);
    check_file(path, &curve, status);
    tare_curve_clear(&curve);
    close(file);
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
    read_as_file(bytes, length);
    return 0;
}
