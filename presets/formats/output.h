/* What a writer of a format is given. */

#ifndef TARE_FORMAT_OUTPUT_H
#define TARE_FORMAT_OUTPUT_H

#include <stdio.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareEqLimits TareEqLimits;

typedef struct TareFormatOutput {
    FILE* file;
    const TareCorrection* correction; ///< in range
    double rate_hz;             ///< of the stream in which it will be played; 0: the usual one
    const TareEqLimits* device; ///< for which it is, beside the format's own limits; NULL: any
    const char* path;           ///< the name of the file; NULL: it is printed
} TareFormatOutput;

#endif
