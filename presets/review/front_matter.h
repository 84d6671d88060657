/* The YAML between "---" lines at the beginning of a review. */

#ifndef TARE_FRONT_MATTER_H
#define TARE_FRONT_MATTER_H

#include "base/report.h"

#include <stddef.h>

enum { TARE_MAX_TAGS = 64 };

/** Values by key, NUL-terminated UTF-8; NULL where the key is missing or holds no plain text. Other
    keys are not kept. */
typedef struct TareFrontMatter {
    char* target_name; ///< "Sony MDR-EX1000"; always there
    char* company_id;  ///< "sony"
    char* date;        ///< "2025-07-22"
    char* ref;
    char* summary;
    unsigned summary_line;
    char* tags[TARE_MAX_TAGS];
    size_t n_tags;
    size_t body;        ///< where the Markdown begins
    unsigned body_line; ///< its line
} TareFrontMatter;

/** Reads the front matter of a UTF-8 text without byte-order mark. On TARE_OK the caller clears it;
    otherwise it is empty. TARE_BAD_INPUT, reported with line and column: no front matter, one that
    does not end or is no YAML mapping, a key twice, no target_name. */
TareStatus tare_front_matter_read(TareFrontMatter* front, const char* file, const char* text,
                                  size_t length, const TareReporter* reporter);

/** Frees all that it owns and empties it. */
void tare_front_matter_clear(TareFrontMatter* front);

#endif
