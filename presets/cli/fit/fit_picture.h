/* The picture of a fit of one headphone. */

#ifndef TARE_CLI_FIT_PICTURE_H
#define TARE_CLI_FIT_PICTURE_H

#include "cli/frame/command.h"

typedef struct TareCorrection TareCorrection;
typedef struct TareFitGoal TareFitGoal;
typedef struct TareFitRequest TareFitRequest;
typedef struct TareFitSides TareFitSides;

/** Draws a correction that was fitted, with what was measured and the goal; of a wished curve that
    alone. */
TareExit tare_fit_picture_draw(const TareFitRequest* request, const TareCorrection* correction,
                               const TareFitSides* sides, const TareFitGoal* goal);

#endif
