/* Measured responses as the catalogue keeps them. */

#ifndef TARE_MAKE_RESPONSE_H
#define TARE_MAKE_RESPONSE_H

#include "base/report.h"

typedef struct TareText TareText;

/** Reads a file as text for the catalogue (curves/stored_curve.h). On TARE_OK the caller clears it;
    otherwise it is empty, and all but a lack of memory is reported. */
TareStatus tare_response_read(const char* path, TareText* text, const TareReporter* reporter);

#endif
