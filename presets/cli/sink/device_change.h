/* Changes of the rules for outputs, and what is said of them. */

#ifndef TARE_CLI_DEVICE_CHANGE_H
#define TARE_CLI_DEVICE_CHANGE_H

#include "cli/frame/cli.h"

typedef struct TareCommand TareCommand;
typedef struct TareDeviceRule TareDeviceRule;

/** Sets a rule, in place of one of the same name. */
TareExit tare_device_change_set(const TareCommand* command, const TareDeviceRule* rule);

/** Forgets the rule of a name, the only operand, or all of them. */
TareExit tare_device_change_forget(const TareCommand* command, TareArguments operands, bool all);

#endif
