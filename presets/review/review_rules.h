/* From a paragraph to findings: what each pair of gain and frequency says. */

#ifndef TARE_REVIEW_RULES_H
#define TARE_REVIEW_RULES_H

#include "review/meaning.h"
#include "review/subject.h"

#include <stddef.h>

typedef struct TareFindings TareFindings;

/** Where a paragraph stands. */
typedef struct TareProse {
    const char* file;
    const char* section;
    unsigned line;    ///< of its first character
    const char* text; ///< without markup; a line feed for each new line of the source
    size_t length;
    TareHead head; ///< what it stands under
    TareSubject subject;
} TareProse;

/** Reads a paragraph and appends what it finds and leaves out; `findings->failed` is set when
    memory was short. `n_sentences` runs on over all paragraphs of a review. */
void tare_review_rules_read(const TareProse* prose, unsigned* n_sentences, TareFindings* findings);

#endif
