/* Any bytes to the reader of reviews, behind what makes it take them for one kind of text:
   TARE_FUZZ_PREFIX. For libFuzzer: see run.py. */

#include "review/review.h"
#include "corrections/correction.h"
#include "review/fact.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifndef TARE_FUZZ_PREFIX
#define TARE_FUZZ_PREFIX ""
#endif

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t length);

static void hear(void* data, const TareReport* report)
{
    (void)data;
    if (report->severity == TARE_ERROR && !strstr(report->message, "; expected"))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t length)
{
    static const char prefix[] = TARE_FUZZ_PREFIX;
    const size_t n_prefix = sizeof prefix - 1;
    const TareReporter reporter = {hear, NULL};
    const bool has_front_matter = n_prefix && strchr("-+", prefix[0]);
    const TareReviewContext context = {.name = has_front_matter ? NULL : "Acme One"};
    char* const text = malloc(n_prefix + length + 1);
    if (!text)
        abort();
    memcpy(text, prefix, n_prefix);
    if (length)
        memcpy(text + n_prefix, bytes, length);
    TareReview review;
    const TareStatus status =
        tare_review_read_text(&review, "fuzz", text, n_prefix + length, &context, &reporter);
    if (status == TARE_NO_MEMORY || (status != TARE_OK && review.file))
        abort();
    for (uint32_t i = 0; i < review.n_filters; ++i)
        if (!(review.filters[i].freq_hz > 0.0) || !(review.filters[i].q > 0.0))
            abort();
    for (size_t i = 0; i < review.n_left_out; ++i)
        if (!review.left_out[i].text)
            abort();
    tare_review_clear(&review);
    free(text);
    return 0;
}
