/* The catalogue that ships with the program. */

#ifndef TARE_TESTS_SHIPPED_H
#define TARE_TESTS_SHIPPED_H

#include "corrections/catalogue.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;

/** Reads it out of the source tree; fits to measured curves are made when they are asked for. The
    caller frees it; NULL when it cannot be read. */
TareCatalogue* shipped_catalogue(TareReadDepth depth);

/** Whether a correction is the same left and right, so that all formats hold it. */
bool shipped_is_alike(const TareCorrection* correction);

#endif
