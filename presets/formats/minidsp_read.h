/* Reads coefficients of filters for devices of miniDSP. */

#ifndef TARE_MINIDSP_READ_H
#define TARE_MINIDSP_READ_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareFormatInput TareFormatInput;

enum { TARE_MINIDSP_READ_MAX_BYTES = 1 << 20 };

/** Whether a text begins with "biquad1". */
bool tare_minidsp_read_knows(const char* text, size_t length);

/** As TareFormat's read(). */
TareStatus tare_minidsp_read(TareContents* contents, const TareFormatInput* input,
                             const TareReporter* reporter);

#endif
