/* The picture of a fit of one headphone. */

#ifndef TARE_CLI_FIT_PICTURE_H
#define TARE_CLI_FIT_PICTURE_H

#include "cli/frame/command.h"

typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;
typedef struct TareFitRequest TareFitRequest;

/** Draws a correction for a headphone that is `error` dB off its target. */
TareExit tare_fit_picture_draw(const TareFitRequest* request, const TareCorrection* correction,
                               const TareCurve* error);

#endif
