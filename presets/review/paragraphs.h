/* From the paragraphs of a review to all that they say in figures. */

#ifndef TARE_REVIEW_PARAGRAPHS_H
#define TARE_REVIEW_PARAGRAPHS_H

#include "base/report.h"

typedef struct TareBrands TareBrands;
typedef struct TareFindings TareFindings;
typedef struct TareFrontMatter TareFrontMatter;
typedef struct TareOutline TareOutline;

/** Finds everything that summary and body say; in another `language` than English, NULL for that,
    only what lists of settings say. What is read as settings is taken out of the
    paragraphs. TARE_NO_MEMORY when memory is short. */
TareStatus tare_paragraphs_read(const char* file, const TareFrontMatter* front,
                                const TareBrands* brands, const char* language,
                                TareOutline* outline, TareFindings* findings);

#endif
