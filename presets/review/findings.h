/* What was found in a review, before anybody decides what to do about it. */

#ifndef TARE_FINDINGS_H
#define TARE_FINDINGS_H

#include "review/fact.h"

#include <stddef.h>
#include <stdint.h>

/** No review has so many; the rest is left out. */
enum { TARE_MAX_FINDINGS = 256 };

/** A fact with what merging and policy need to know besides. */
typedef struct TareFinding {
    TareFact fact;
    double lo_hz, hi_hz; ///< as stated; equal for a single frequency
    bool is_rolloff;
    bool names_target;    ///< the sentence says what the deviation is from
    bool is_of_other_set; ///< of another list of settings than the first
    bool is_contradicted; ///< another finding says the opposite of the same place
    unsigned recipe;      ///< running number of the list of settings that it belongs to; 0 for none
    unsigned sentence;    ///< running number of the sentence
    uint64_t sources;     ///< bit n: the sentence cites reference [n]
} TareFinding;

typedef struct TareFindings {
    TareFinding* findings;
    size_t n_findings;
    TareLeftOut* left_out;
    size_t n_left_out;
    bool failed; ///< memory was short: something is missing
} TareFindings;

/** Appends a finding and takes over the texts of its evidence, in case of failure too. */
void tare_findings_add(TareFindings* findings, TareFinding finding);

/** Appends a phrase that was left out; takes over `text`. */
void tare_findings_leave_out(TareFindings* findings, unsigned line, char* text, TareReason reason);

/** The same of a place of which no size is said. */
void tare_findings_leave_out_place(TareFindings* findings, unsigned line, char* text,
                                   double place_hz);

/** Frees everything and empties it. */
void tare_findings_clear(TareFindings* findings);

#endif
