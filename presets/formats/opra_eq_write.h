/* A preset of OPRA, to be written. */

#ifndef TARE_OPRA_EQ_WRITE_H
#define TARE_OPRA_EQ_WRITE_H

#include <stdbool.h>

typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

extern const TareEqLimits tare_opra_eq_write_limits;

bool tare_opra_eq_write(const TareFormatOutput* output, const TareReporter* reporter);

#endif
