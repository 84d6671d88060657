/* The file that a fit of one headphone gives. */

#ifndef TARE_CLI_FIT_OUTPUT_H
#define TARE_CLI_FIT_OUTPUT_H

#include "cli/frame/command.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareFitRequest TareFitRequest;
typedef struct TareFitSides TareFitSides;

/** Whether the format that is asked for can be written; says so when not. */
bool tare_fit_output_is_known(const TareFitRequest* request);

/** Writes the correction as asked for, else by the name of the file; as JSON with all figures. */
TareExit tare_fit_output_write(const TareFitRequest* request, const TareCorrection* correction,
                               const TareFitSides* sides);

#endif
