/* How many filters a person wants. */

#ifndef TARE_CLI_PICK_COUNT_H
#define TARE_CLI_PICK_COUNT_H

#include <stdbool.h>

typedef struct TareCommand TareCommand;
typedef struct TareFitCount TareFitCount;

/** Reads "10", or "auto" for as few as needed. False when it is neither, which has been said. */
bool tare_pick_count(const TareCommand* command, const char* text, TareFitCount* count);

#endif
