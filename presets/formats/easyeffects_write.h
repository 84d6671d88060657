/* Presets of EasyEffects, to be written. */

#ifndef TARE_EASYEFFECTS_WRITE_H
#define TARE_EASYEFFECTS_WRITE_H

#include <stdbool.h>

typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

extern const TareEqLimits tare_easyeffects_write_limits;

bool tare_easyeffects_write(const TareFormatOutput* output, const TareReporter* reporter);

#endif
