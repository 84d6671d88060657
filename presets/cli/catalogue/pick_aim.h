/* Aims what was picked, as the command line says it. */

#ifndef TARE_CLI_PICK_AIM_H
#define TARE_CLI_PICK_AIM_H

#include "cli/frame/cli.h"

typedef struct TareAimOptions TareAimOptions;
typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;
typedef struct TarePick TarePick;
typedef struct TareStock TareStock;

/** Aims a picked correction, which was picked in the stock, or in a file when that is NULL. Of a
    model by its name another correction may serve better, because it is for the ear that the
    target is for, or has a measured curve: this is said. `target` (NULL is allowed) receives
   whereto it is aimed. On TARE_EXIT_DONE the caller clears both; otherwise they are empty, and the
   reason has been said. */
TareExit tare_pick_aim_correction(const TareCommand* command, const TareAimOptions* aim,
                                  TareStock* stock, const TareCorrection* picked,
                                  TareCorrection* aimed, TareCurve* target);

/** Aims what a pick holds, if anything is asked for; otherwise it stays. When that cannot be, the
    pick is cleared. */
TareExit tare_pick_aim(TarePick* pick, const TareCommand* command, const TareAimOptions* aim);

#endif
