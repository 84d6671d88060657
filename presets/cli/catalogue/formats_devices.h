/* `tare formats --devices`: what devices and programs can be set to. */

#ifndef TARE_CLI_FORMATS_DEVICES_H
#define TARE_CLI_FORMATS_DEVICES_H

#include "cli/frame/cli.h"

typedef struct TareCommand TareCommand;

/** Lists them all, for people or as JSON. */
TareExit tare_formats_devices(const TareCommand* command, bool json);

#endif
