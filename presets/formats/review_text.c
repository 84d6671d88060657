#include "formats/review_text.h"

#include "base/utf8.h"
#include "formats/contents.h"
#include "formats/format.h"
#include "formats/input.h"
#include "formats/review_context.h"
#include "review/page.h"
#include "review/review.h"

#include <stdlib.h>
#include <string.h>

/** Reviews open with a line of dashes or plus signs, or are web pages; a text of the catalogue is
    neither. */
static bool is_review(const char* text, size_t length)
{
    const char* const first = text + tare_utf8_mark_length(text, length);
    return strncmp(first, "---", 3) == 0 || strncmp(first, "+++", 3) == 0 ||
           tare_page_is(first, strlen(first));
}

/** Moves the correction out of a review. */
static TareStatus take(TareContents* contents, TareReview* review)
{
    contents->corrections = malloc(sizeof *contents->corrections);
    if (!contents->corrections)
        return TARE_NO_MEMORY;
    contents->corrections[0] = review->correction;
    contents->n = 1;
    review->correction = (TareCorrection){0};
    review->has_correction = false;
    return TARE_OK;
}

static void say_why_not(const TareReview* review, const char* file, const TareReporter* reporter)
{
    if (review->language)
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "%s gives no correction: it is in %s; only English is read", file,
                    review->language);
    else
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s gives no correction: %s", file,
                    review->is_headphone ? "it says nothing in figures that can be corrected"
                                         : "it is not about a headphone");
}

static TareStatus read_review(TareContents* contents, const TareFormatInput* input,
                              const TareReporter* reporter)
{
    TareReview review;
    TareReviewContext context;
    *contents = (TareContents){0};
    if (!tare_review_context_open(&context))
        return TARE_NO_MEMORY;
    TareStatus status =
        tare_review_read_text(&review, input->file, input->text, input->length, &context, reporter);
    tare_review_context_clear(&context);
    if (status != TARE_OK)
        return status;
    if (review.has_correction) {
        status = take(contents, &review);
    } else {
        say_why_not(&review, input->file, reporter);
        status = TARE_NOT_FOUND;
    }
    tare_review_clear(&review);
    return status;
}

const TareFormat tare_review_text_format = {
    .name = "review",
    .note = "product review in Markdown or plain text, or a web page: the words are understood",
    .endings = {".md", ".html"},
    .holds = TARE_FORMAT_HOLDS_ORIGIN,
    .max_bytes = TARE_REVIEW_MAX_BYTES,
    .sniff = is_review,
    .read = read_review};
