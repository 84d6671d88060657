/* tare device list */

#ifndef TARE_CLI_DEVICE_LIST_H
#define TARE_CLI_DEVICE_LIST_H

#include "cli/frame/cli.h"

#include <stdbool.h>

typedef struct TareCommand TareCommand;

/** Prints the outputs there are, and the rules at `rules_path`. */
TareExit tare_device_list(const TareCommand* command, const char* rules_path, bool json);

#endif
