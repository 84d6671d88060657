/* What files of other programs say in their comments of the correction that they hold. */

#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "formats/apo_words.h"
#include "formats/comment.h"
#include "helpers/check.h"

#include <stdlib.h>

static void check_origin(const TareCorrection* correction, const char* wanted)
{
    char* written = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&written, &length);
    tare_comment_origin(out, correction, correction->set.reference_rate_hz);
    fclose(out);
    CHECK_STR(written, wanted);
    free(written);
}

static void test_all_that_is_known(void)
{
    TareEvidence evidence[] = {
        {.file = "a.md", .section = "Sound", .line = 3, .text = "a peak", .note = "Q assumed"},
        {.section = "Advice"},
        {.file = "b.md", .line = 7}};
    const TareCorrection c = {.entry = {.id = "a-b/c",
                                        .brand = "Acme",
                                        .model = "One",
                                        .variant = "ANC on",
                                        .author = "Jo",
                                        .rig = "GRAS",
                                        .target = "Flat",
                                        .source = "https://example.org",
                                        .date = "2024-02-29",
                                        .licence = "MIT",
                                        .kind = TARE_KIND_REVIEW},
                              .set = {.reference_rate_hz = 44100},
                              .evidence = evidence,
                              .n_evidence = 3};
    check_origin(&c, "# Model: Acme One (ANC on)\n"
                     "# Correction: a-b/c\n"
                     "# Kind: review, from words only\n"
                     "# Author: Jo\n"
                     "# Rig: GRAS\n"
                     "# Target: Flat\n"
                     "# Date: 2024-02-29\n"
                     "# Source: https://example.org\n"
                     "# Licence: MIT\n"
                     "# Reference rate: 44100 Hz\n"
                     "# Evidence: a.md:3, Sound\n"
                     "#   Words: a peak\n"
                     "#   Note: Q assumed\n"
                     "# Evidence: ?, Advice\n"
                     "# Evidence: b.md:7\n");
}

static void test_what_is_not_known_is_left_out(void)
{
    const TareCorrection c = {.entry = {.brand = "A", .model = "B", .kind = TARE_KIND_USER}};
    check_origin(&c, "# Model: A B\n# Kind: user\n"
                     "# Reference rate: none, the bands mean the analogue shape\n");
}

/** Equalizer APO's words: each type and channel has one of its own. */
static void test_words_of_apo(void)
{
    static const char* const types[] = {"PK", "LSC", "HSC", "LPQ", "HPQ", "NO", "BP", "AP"};
    static const char* const channels[] = {"all", "L", "R"};
    CHECK(sizeof types / sizeof *types == TARE_N_BAND_TYPES);
    for (unsigned i = 0; i < TARE_N_BAND_TYPES; ++i)
        CHECK_STR(tare_apo_words_types[i], types[i]);
    for (unsigned i = 0; i < TARE_N_CHANNEL_CHOICES; ++i)
        CHECK_STR(tare_apo_words_channels[i], channels[i]);
}

int main(void)
{
    RUN(test_all_that_is_known);
    RUN(test_what_is_not_known_is_left_out);
    RUN(test_words_of_apo);
    return check_done();
}
