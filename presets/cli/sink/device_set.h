/* tare device set */

#ifndef TARE_CLI_DEVICE_SET_H
#define TARE_CLI_DEVICE_SET_H

#include "cli/audio/sound.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"

/** What an output gets. */
typedef struct TareDeviceWish {
    bool flat;
    TarePickFile file;  ///< of the correction; without a path for one of the catalogue
    TareAimOptions aim; ///< elsewhere than the correction leads by itself
    TareSound sound;    ///< its taste
} TareDeviceWish;

/** Sets it: `operands` are the name of the output and the words of a model, none of them for
    nothing, or a file. */
TareExit tare_device_set(const TareCommand* command, TareArguments operands,
                         const TareDeviceWish* wish);

#endif
