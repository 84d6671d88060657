/* tare device list */

#ifndef TARE_CLI_DEVICE_LIST_H
#define TARE_CLI_DEVICE_LIST_H

#include "cli/frame/cli.h"

#include <stdbool.h>

typedef struct TareChainPaths TareChainPaths;
typedef struct TareCommand TareCommand;

/** Prints the outputs there are, and the rules. */
TareExit tare_device_list(const TareCommand* command, const TareChainPaths* paths, bool json);

#endif
