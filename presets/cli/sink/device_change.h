/* tare device set, tare device forget */

#ifndef TARE_CLI_DEVICE_CHANGE_H
#define TARE_CLI_DEVICE_CHANGE_H

#include "cli/frame/command.h"

typedef struct TareArguments TareArguments;

typedef struct TareCommand TareCommand;

/** Sets what an output gets: `operands` are its name and the words of a model, none of them for
    `flat`. */
TareExit tare_device_change_set(const TareCommand* command, TareArguments operands, bool flat);

/** Forgets the rule of a name, or all of them. */
TareExit tare_device_change_forget(const TareCommand* command, TareArguments operands, bool all);

#endif
