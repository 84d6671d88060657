/* An output as `--json` prints it. */

#ifndef TARE_CLI_OUTPUT_JSON_H
#define TARE_CLI_OUTPUT_JSON_H

#include <jansson.h>

typedef struct TareOutput TareOutput;

/** {"node", "node_description", "address", ...}; null for a name that is not there. NULL when
   memory is short. */
json_t* tare_output_json(const TareOutput* output);

#endif
