/* One fault, one filter: which findings tell the same thing. */

#ifndef TARE_FAULTS_H
#define TARE_FAULTS_H

#include <stddef.h>

typedef struct TareFinding TareFinding;
typedef struct TareFindings TareFindings;

/** Finds which findings count, one for each fault, in the order of the text. A remedy wins over the
    fault that it is for, a stated Q over an assumed one, what is told first over what comes later.
    `chosen` has room for all findings; the filter of a chosen one may be given the Q that was
    stated elsewhere. Of two that say the opposite of one place neither counts, but that a list of
    settings stays whole: the others are marked as contradicted. Of several sets of settings the
    first is used, and the others are marked. Returns how many were chosen. */
size_t tare_faults_choose(TareFinding* findings, size_t n_findings, size_t* chosen);

/** Leaves out, with their reason, the findings that were marked. After
    tare_faults_choose(). */
void tare_faults_tell(TareFindings* findings);

#endif
