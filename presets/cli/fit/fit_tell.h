/* What one fit came to, in print for people and as JSON. */

#ifndef TARE_CLI_FIT_TELL_H
#define TARE_CLI_FIT_TELL_H

#include "cli/frame/command.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareFitSides TareFitSides;

/** Prints the correction and how near it comes to a target; NULL: the equaliser's curve was given.
 */
void tare_fit_tell_text(const TareCorrection* correction, const TareFitSides* sides,
                        const char* target);

/** Prints {"correction", "figures": [{"channel", "before", "after", "fit"}]}. */
TareExit tare_fit_tell_json(const TareCommand* command, const TareCorrection* correction,
                            const TareFitSides* sides);

/** Writes the same; false on a write error, or with errno ENOMEM when memory is short. */
bool tare_fit_tell_write_json(FILE* out, const TareCorrection* correction,
                              const TareFitSides* sides);

#endif
