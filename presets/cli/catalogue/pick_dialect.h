/* Which dialect of a text a person means. */

#ifndef TARE_CLI_PICK_DIALECT_H
#define TARE_CLI_PICK_DIALECT_H

#include "formats/dialect.h"

typedef struct TareCommand TareCommand;

/** Finds the dialect of a name, NULL being that of the text. False when there is none, which has
    been said. */
bool tare_pick_dialect(const TareCommand* command, const char* name, TareDialect* dialect);

#endif
