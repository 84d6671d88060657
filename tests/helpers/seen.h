/* A reporter that remembers. */

#ifndef TARE_TESTS_SEEN_H
#define TARE_TESTS_SEEN_H

#include "base/report.h"

/** Starts as {0}. */
typedef struct {
    unsigned n;
    TareSeverity severity; ///< of the last report
    char last[600];        ///< "file:line:column: message"
} Seen;

/** Remembers all reports in `seen`, which must stay. */
TareReporter seen_reporter(Seen* seen);

#endif
