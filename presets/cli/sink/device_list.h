/* tare device list */

#ifndef TARE_CLI_DEVICE_LIST_H
#define TARE_CLI_DEVICE_LIST_H

#include "cli/frame/cli.h"

#include <stdbool.h>

typedef struct TareChainPaths TareChainPaths;
typedef struct TareCommand TareCommand;

/** Prints the outputs there are, and the rules. */
TareExit tare_device_list(const TareCommand* command, const TareChainPaths* paths, bool json);

/** Says so when no output that is there now has such a name: it may be plugged in later, or
    mistyped. */
void tare_device_list_tell_unknown(const TareCommand* command, const char* pattern);

#endif
