/* What is said of a measurement that cannot be right. */

#ifndef TARE_CLI_ADD_FLAG_H
#define TARE_CLI_ADD_FLAG_H

#include "base/report.h"

typedef struct TareCommand TareCommand;
typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;
typedef struct TareFitGoal TareFitGoal;

/** Fits a correction of which the curve is kept once, and notes whether its bands do anything
   absurd to all of the bass or treble, or the response lacks more to the goal than a headphone
   does. TARE_NO_MEMORY, not reported, when memory is short. */
TareStatus tare_add_flag(const TareCommand* command, const TareCorrection* correction,
                         const TareCurve* response, const TareFitGoal* goal);

#endif
