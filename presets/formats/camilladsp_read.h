/* Reads configurations of CamillaDSP, of all its versions. */

#ifndef TARE_CAMILLADSP_READ_H
#define TARE_CAMILLADSP_READ_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareFormatInput TareFormatInput;

enum { TARE_CAMILLADSP_READ_MAX_BYTES = 1 << 20 };

/** Whether a text has filters or a pipeline at its top, and a type that CamillaDSP has. */
bool tare_camilladsp_read_knows(const char* text, size_t length);

/** As TareFormat's read(). */
TareStatus tare_camilladsp_read(TareContents* contents, const TareFormatInput* input,
                                const TareReporter* reporter);

#endif
