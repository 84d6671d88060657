#include "review/review.h"

#include "base/file.h"
#include "base/text.h"
#include "review/decode.h"
#include "review/faults.h"
#include "review/findings.h"
#include "review/front_matter.h"
#include "review/front_read.h"
#include "review/identity.h"
#include "review/outline.h"
#include "review/outline_read.h"
#include "review/paragraphs.h"
#include "review/product.h"
#include "review/review_policy.h"
#include "review/tongue.h"

#include <stdlib.h>
#include <string.h>

/** What is being read. */
typedef struct {
    const char* file;
    const TareFrontMatter* front;
    const TareReviewContext* context;
} Source;

/** Makes the correction, if anything is left of the chosen findings. */
static TareStatus make_correction(TareReview* review, const Source* source,
                                  const TareProduct* product, TareFindings* findings,
                                  const size_t* chosen, size_t n_chosen)
{
    TareCorrection* const correction = &review->correction;
    if (!tare_review_policy_apply(findings, chosen, n_chosen, product, source->context->safe,
                                  correction))
        return TARE_NO_MEMORY;
    review->has_correction = correction->set.n_bands > 0;
    if (review->has_correction && !tare_identity_set(&correction->entry, source->front,
                                                     &source->context->origin, product->form))
        return TARE_NO_MEMORY;
    return TARE_OK;
}

/** Hands the findings over to the review. */
static TareStatus keep_findings(TareReview* review, TareFindings* findings)
{
    review->left_out = findings->left_out;
    review->n_left_out = findings->n_left_out;
    findings->left_out = NULL;
    findings->n_left_out = 0;
    if (findings->n_findings == 0)
        return TARE_OK;
    review->facts = malloc(findings->n_findings * sizeof *review->facts);
    if (!review->facts)
        return TARE_NO_MEMORY;
    for (size_t i = 0; i < findings->n_findings; ++i)
        review->facts[i] = findings->findings[i].fact;
    review->n_facts = findings->n_findings;
    findings->n_findings = 0;
    return TARE_OK;
}

static TareStatus make_review(TareReview* review, const Source* source, const char* text,
                              TareFindings* findings)
{
    const TareProduct product = tare_product_of(source->front, text);
    review->is_headphone = product.is_headphone;
    if (product.is_headphone && findings->n_findings) {
        size_t chosen[TARE_MAX_FINDINGS];
        const size_t n_chosen =
            tare_faults_choose(findings->findings, findings->n_findings, chosen);
        tare_faults_tell(findings);
        for (size_t i = 0; i < n_chosen && i < TARE_MAX_BANDS; ++i)
            review->filters[review->n_filters++] = findings->findings[chosen[i]].fact.filter;
        const TareStatus status =
            make_correction(review, source, &product, findings, chosen, n_chosen);
        if (status != TARE_OK)
            return status;
    }
    return keep_findings(review, findings);
}

/** Hands over what the outline did not read. */
static void keep_unread(TareReview* review, TareOutline* outline)
{
    review->unread = outline->unread;
    review->n_unread = outline->n_unread;
    outline->unread = NULL;
    outline->n_unread = 0;
}

/* So much of a text tells its language, and what it is about. */
enum { MAX_SAMPLE = 1 << 16, MAX_LANGUAGE_SAMPLE = 2048 };

/** Joins headings and paragraphs. */
static TareText sample_of(const TareOutline* outline, size_t max_length)
{
    TareText sample = {0};
    tare_text_append(&sample, "", 0);
    for (size_t i = 0; i < outline->n_headings && i < outline->n_paragraphs; ++i)
        tare_text_format(&sample, "%s\n", outline->headings[i]);
    for (size_t i = 0; i < outline->n_paragraphs && sample.length < max_length; ++i) {
        tare_text_append(&sample, outline->paragraphs[i].text, outline->paragraphs[i].length);
        tare_text_append(&sample, "\n", 1);
    }
    return sample;
}

/** Finds all there is to find in the paragraphs. */
static TareStatus read_paragraphs(TareReview* review, const Source* source, TareOutline* outline)
{
    TareFindings findings = {0};
    TareText sample = sample_of(outline, source->front->n_tags ? MAX_LANGUAGE_SAMPLE : MAX_SAMPLE);
    TareStatus status = sample.failed ? TARE_NO_MEMORY : TARE_OK;
    if (status == TARE_OK)
        review->language = tare_tongue_of(
            sample.data, sample.length < MAX_LANGUAGE_SAMPLE ? sample.length : MAX_LANGUAGE_SAMPLE);
    if (status == TARE_OK)
        status = tare_paragraphs_read(source->file, source->front, source->context->brands,
                                      review->language, outline, &findings);
    if (status == TARE_OK && review->language && findings.n_findings) {
        tare_outline_unread(outline, sample.data, strcspn(sample.data, "\n"), 1,
                            "in another language: only its settings are read");
        status = outline->failed ? TARE_NO_MEMORY : status;
        review->language = NULL;
    }
    if (status == TARE_OK && !review->language)
        status = make_review(review, source, sample.data, &findings);
    tare_text_clear(&sample);
    tare_findings_clear(&findings);
    return status;
}

static TareStatus read_checked(TareReview* review, const char* file, const char* text,
                               size_t length, const TareReviewContext* context,
                               const TareReporter* reporter)
{
    TareFrontMatter front;
    TareOutline outline = {0};
    TareStatus status = tare_front_matter_read(&front, file, text, length, context->name, reporter);
    if (status != TARE_OK)
        return status;
    const Source source = {file, &front, context};
    review->file = tare_text_copy(file, strlen(file));
    review->model = tare_text_copy(front.target_name, strlen(front.target_name));
    if (!review->file || !review->model)
        status = TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = tare_outline_read(&outline, &front, file, text, length, reporter);
    if (status == TARE_OK)
        status = read_paragraphs(review, &source, &outline);
    keep_unread(review, &outline);
    tare_outline_clear(&outline);
    tare_front_matter_clear(&front);
    return status;
}

static TareStatus bad_length(const char* file, size_t length, const TareReporter* reporter)
{
    if (length == 0)
        tare_report(reporter, TARE_ERROR, file, 0, 0, "file is empty; expected a review");
    else
        tare_report(reporter, TARE_ERROR, file, 0, 0,
                    "review is too long; expected at most %u bytes", TARE_REVIEW_MAX_BYTES);
    return TARE_BAD_INPUT;
}

TareStatus tare_review_read_text(TareReview* review, const char* file, const char* bytes,
                                 size_t length, const TareReviewContext* context,
                                 const TareReporter* reporter)
{
    *review = (TareReview){0};
    if (length == 0 || length > TARE_REVIEW_MAX_BYTES)
        return bad_length(file, length, reporter);
    TareSpan text;
    TareText buffer = {0};
    TareStatus status = tare_decode(&text, &buffer, file, bytes, length, reporter);
    if (status == TARE_OK)
        status = read_checked(review, file, text.first, (size_t)(text.end - text.first), context,
                              reporter);
    tare_text_clear(&buffer);
    if (status != TARE_OK)
        tare_review_clear(review);
    return status;
}

typedef struct {
    TareReview* review;
    const char* name;
    const TareReviewContext* context;
} Wanted;

static TareStatus read_text(void* data, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    const Wanted* const wanted = data;
    (void)path;
    return tare_review_read_text(wanted->review, wanted->name, text, length, wanted->context,
                                 reporter);
}

TareStatus tare_review_read_file(TareReview* review, const char* path, const char* name,
                                 const TareReviewContext* context, const TareReporter* reporter)
{
    *review = (TareReview){0};
    Wanted wanted = {review, name, context};
    return tare_file_read_by(read_text, &wanted, path, TARE_REVIEW_MAX_BYTES, reporter);
}

void tare_review_clear(TareReview* review)
{
    free(review->file);
    free(review->model);
    for (size_t i = 0; i < review->n_facts; ++i)
        tare_evidence_clear(&review->facts[i].evidence);
    free(review->facts);
    for (size_t i = 0; i < review->n_left_out; ++i)
        free(review->left_out[i].text);
    free(review->left_out);
    for (size_t i = 0; i < review->n_unread; ++i)
        free(review->unread[i].text);
    free(review->unread);
    tare_correction_clear(&review->correction);
    *review = (TareReview){0};
}
