/* Presets of Poweramp, to be written. */

#ifndef TARE_POWERAMP_WRITE_H
#define TARE_POWERAMP_WRITE_H

#include <stdbool.h>

typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

extern const TareEqLimits tare_poweramp_write_limits;

bool tare_poweramp_write(const TareFormatOutput* output, const TareReporter* reporter);

#endif
