/* The device that `--for` names. */

#ifndef TARE_CLI_FOR_DEVICE_H
#define TARE_CLI_FOR_DEVICE_H

#include <stdbool.h>

typedef struct TareCommand TareCommand;
typedef struct TareDevice TareDevice;

/** Finds it; NULL for no name. False, and said, when there is none of that name. */
bool tare_for_device(const TareCommand* command, const char* name, const TareDevice** device);

#endif
