/* The outputs that there are, and the rules for others, as rows of the window's list. */

#ifndef TARE_CLI_OUTPUT_ROWS_H
#define TARE_CLI_OUTPUT_ROWS_H

#include "window/outputs.h"

typedef struct TareDeviceRules TareDeviceRules;
typedef struct TareOutput TareOutput;

/** Their texts point into the outputs and rules of which they were made. */
typedef struct TareOutputRows {
    size_t n;
    TareOutputRow* rows;
    char* titles; ///< of the outputs
} TareOutputRows;

/** Makes them of the outputs that there are, and of the rules; none when memory is short. */
void tare_output_rows_make(TareOutputRows* rows, const TareOutput* outputs, size_t n_outputs,
                           const TareDeviceRules* rules);

void tare_output_rows_clear(TareOutputRows* rows);

/** By which of its names a rule for an output is best set: the one that fits it and no other of `n`
    that are there, and fits what a person has in mind: the Bluetooth device, else the jack, else
   the node of the card. */
const char* tare_output_rows_name(const TareOutput* outputs, size_t n, size_t which);

#endif
