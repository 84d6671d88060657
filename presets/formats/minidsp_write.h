/* Biquads for devices of miniDSP, to be written. */

#ifndef TARE_MINIDSP_WRITE_H
#define TARE_MINIDSP_WRITE_H

#include <stdbool.h>

typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

extern const TareEqLimits tare_minidsp_write_limits;

bool tare_minidsp_write(const TareFormatOutput* output, const TareReporter* reporter);

#endif
