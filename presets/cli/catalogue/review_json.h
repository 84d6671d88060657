/* The shape in which `tare review --json` prints one review. */

#ifndef TARE_CLI_REVIEW_JSON_H
#define TARE_CLI_REVIEW_JSON_H

#include <jansson.h>

typedef struct TareReview TareReview;
typedef struct TareShownThere TareShownThere;

/** A new object, with what measurements show beside what was left out; NULL when memory is short.
 */
json_t* tare_review_json(const TareReview* review, const TareShownThere* shown);

#endif
