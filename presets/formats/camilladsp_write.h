/* Filters of CamillaDSP, to be written. */

#ifndef TARE_CAMILLADSP_WRITE_H
#define TARE_CAMILLADSP_WRITE_H

#include <stdbool.h>

typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

extern const TareEqLimits tare_camilladsp_write_limits;

bool tare_camilladsp_write(const TareFormatOutput* output, const TareReporter* reporter);

#endif
