/* Aims a correction where bass, treble and tilt may also be knobs of the equaliser. */

#ifndef TARE_CLI_SOUND_AIM_H
#define TARE_CLI_SOUND_AIM_H

#include "cli/frame/cli.h"

typedef struct TareAimOptions TareAimOptions;
typedef struct TarePick TarePick;
typedef struct TareSound TareSound;

/** Of the help: what the knobs do then. */
#define TARE_SOUND_AIM_NOTE                                                                        \
    "With --target, --like, --ear or --filters, bass, treble and tilt bend the target."

/** Aims what a pick holds, if anything is asked for; then bass, treble and tilt bend the target,
   and the sound has them as in `unsaid`. As tare_pick_aim(). */
TareExit tare_sound_aim(TareSound* sound, const TareSound* unsaid, TarePick* pick,
                        const TareCommand* command, const TareAimOptions* aim);

#endif
