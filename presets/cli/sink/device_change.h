/* tare device set, tare device forget */

#ifndef TARE_CLI_DEVICE_CHANGE_H
#define TARE_CLI_DEVICE_CHANGE_H

#include "cli/audio/sound.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/command.h"

typedef struct TareArguments TareArguments;

typedef struct TareCommand TareCommand;

/** What an output gets. */
typedef struct TareDeviceWish {
    bool flat;
    TarePickFile file; ///< of the correction; without a path for one of the catalogue
    TareSound sound;   ///< its taste
} TareDeviceWish;

/** Sets it: `operands` are the name of the output and the words of a model, none of them for
    nothing, or a file. */
TareExit tare_device_change_set(const TareCommand* command, TareArguments operands,
                                const TareDeviceWish* wish);

/** Forgets the rule of a name, or all of them. */
TareExit tare_device_change_forget(const TareCommand* command, TareArguments operands, bool all);

#endif
