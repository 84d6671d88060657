/* Models with their corrections, in print and as JSON. */

#ifndef TARE_CLI_MATCHES_H
#define TARE_CLI_MATCHES_H

#include <jansson.h>

typedef struct TareSearchMatch TareSearchMatch;

/** Prints the name of a model and its corrections, ids padded to a width. */
void tare_matches_print(const TareSearchMatch* match, size_t id_width);

/** [{"model", "form", "score", "corrections": [...]}]; NULL when memory is short. */
json_t* tare_matches_json(const TareSearchMatch* matches, size_t n);

#endif
