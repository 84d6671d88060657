/* Which correction of a model is aimed, and at what. */

#ifndef TARE_CLI_AIM_CHOICE_H
#define TARE_CLI_AIM_CHOICE_H

#include "cli/frame/cli.h"
#include "fit/goal.h"

typedef struct TareAimOptions TareAimOptions;
typedef struct TareCorrection TareCorrection;
typedef struct TareStock TareStock;

typedef struct TareAimChoice {
    const TareCorrection* correction; ///< of the catalogue, or the picked one
    TareFitGoal goal;
    TareCurve trust;  ///< of the correction, if only that is wanted; else empty
    TareStock* stock; ///< of the headphone that is sounded like, when there was none; else NULL
    char name[256];   ///< of that headphone
} TareAimChoice;

/** Chooses: the picked correction if it will do; where that is its model's default, the next one
    that does better. Says what cannot be aimed, and why, and which other one was taken. To be
    cleared in any case, and not to be copied. */
TareExit tare_aim_choose(TareAimChoice* choice, const TareCommand* command,
                         const TareAimOptions* aim, TareStock* stock, const TareCorrection* picked);

void tare_aim_choice_clear(TareAimChoice* choice);

#endif
