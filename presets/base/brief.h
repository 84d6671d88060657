/* The reports of one file, each of them once, and of each severity no more than a person reads. */

#ifndef TARE_BRIEF_H
#define TARE_BRIEF_H

#include "base/report.h"

#include <stdint.h>

enum { TARE_BRIEF_MAX_REPORTS = 20 };

/** Starts as {.to = ...}, a reporter or NULL. */
typedef struct TareBrief {
    const TareReporter* to;
    struct {
        uint64_t marks[TARE_BRIEF_MAX_REPORTS]; ///< of those that were passed on
        unsigned n_passed;
        unsigned long n_more;
    } of[TARE_ERROR + 1];
} TareBrief;

/** The reporter that passes on what is worth it. The struct must stay where it is. */
TareReporter tare_brief_reporter(TareBrief* brief);

/** Says how many were left out. */
void tare_brief_end(const TareBrief* brief, const char* file);

#endif
