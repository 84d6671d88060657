/* Models with their corrections, in print and as JSON. */

#ifndef TARE_CLI_MATCHES_H
#define TARE_CLI_MATCHES_H

#include <jansson.h>
#include <stddef.h>

typedef struct TareSearchMatch TareSearchMatch;

/** Prints the models and their corrections in columns, and behind them what the columns are. */
void tare_matches_print(const TareSearchMatch* matches, size_t n);

/** [{"model", "form", "score", "words_only", "corrections": [...]}]; NULL when memory is short. */
json_t* tare_matches_json(const TareSearchMatch* matches, size_t n);

#endif
