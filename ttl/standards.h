/* The headphones whose presets come with the plugin in any case, listed with reasons in a text
   file: standards.txt, described in catalogue/README.md. */

#ifndef TARE_STANDARDS_H
#define TARE_STANDARDS_H

#include "base/report.h"

#include <stddef.h>

/** A line of the list. */
typedef struct TareStandard {
    char* name;    ///< of a model, or a preset's URI
    unsigned line; ///< where it stands in the file, from 1
} TareStandard;

/** Starts as {0}. */
typedef struct TareStandards {
    char* file; ///< for messages; NULL as long as nothing was read
    TareStandard* standards;
    size_t n;
} TareStandards;

/** Reads a text as if it were the content of the file `name`. Returns TARE_OK when every line could
    be used; others are reported and left out. */
TareStatus tare_standards_read(TareStandards* standards, const char* name, const char* text,
                               size_t length, const TareReporter* reporter);

/** Reads a file. One that is not there has no lines. */
TareStatus tare_standards_read_file(TareStandards* standards, const char* path,
                                    const TareReporter* reporter);

void tare_standards_clear(TareStandards* standards);

#endif
