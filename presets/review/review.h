/* Reads a product review: is it a headphone, what does the text
   say about its response in figures, what advice does it give, and which correction follows. */

#ifndef TARE_REVIEW_H
#define TARE_REVIEW_H

#include "base/report.h"
#include "corrections/correction.h"
#include "review/origin.h"

typedef struct TareBand TareBand;
typedef struct TareFact TareFact;
typedef struct TareLeftOut TareLeftOut;
typedef struct TareUnread TareUnread;
typedef struct TareBrands TareBrands;
typedef struct TareSafePreamp TareSafePreamp;

/** A review longer than this is refused. */
#define TARE_REVIEW_MAX_BYTES (1u << 20)

typedef struct TareReview {
    char* file;
    char* model;          ///< target_name of the front matter
    const char* language; ///< the English name of another one than English, which is not read: then
                          ///< nothing below is known; NULL for English
    bool is_headphone;
    TareFact* facts; ///< everything found, repeats and faults with a told remedy included
    size_t n_facts;
    TareBand filters[TARE_MAX_BANDS]; ///< one for each fault, at the full stated gain
    uint32_t n_filters;
    bool has_correction;
    TareCorrection correction; ///< what policy makes of the filters; empty without any
    TareLeftOut* left_out;
    size_t n_left_out;
    TareUnread* unread; ///< parts of the text that were not read at all
    size_t n_unread;
} TareReview;

/** What is known besides the text of a review. */
typedef struct TareReviewContext {
    TareReviewOrigin origin;
    const char* name;     ///< of the product, whatever the text says; NULL: the text must say it
    TareBrands* brands;   ///< by whose names other products are seen; NULL for none
    TareSafePreamp* safe; ///< finds the preamps of corrections; NULL: each makes its own
} TareReviewContext;

/** Reads the bytes of a review as tare_decode() takes them. `file` is the name to report and to
   keep as evidence. On TARE_OK the review is complete and the caller clears it; otherwise it is
   empty. */
TareStatus tare_review_read_text(TareReview* review, const char* file, const char* bytes,
                                 size_t length, const TareReviewContext* context,
                                 const TareReporter* reporter);

/** Reads a review from a file; `name` is what evidence calls it. */
TareStatus tare_review_read_file(TareReview* review, const char* path, const char* name,
                                 const TareReviewContext* context, const TareReporter* reporter);

/** Frees all that a review owns and empties it. */
void tare_review_clear(TareReview* review);

#endif
