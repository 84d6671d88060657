/* Broken texts in the language of Equalizer APO: whatever the bytes, the reader comes back, says
   what is wrong and where, and what it made of the rest is in order. Seeded: the same in each run.
 */

#include "corrections/correction.h"
#include "formats/apo_read.h"
#include "formats/contents.h"
#include "formats/input.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"
#include "helpers/readers.h"

#include <stdlib.h>

enum { MAX_LENGTH = 1536 };

static const char* const seed_texts[] = {
    "Preamp: -6.6 dB\nFilter 1: ON LS Fc 105 Hz Gain 6.1 dB Q 0.70\n"
    "Filter 2: ON PK Fc 3000 Hz Gain -2.0 dB Q 1.41\n",
    "Filter Settings file\r\n\r\nRoom EQ V5.20\r\nFilter  1: ON  PK  Fc  1\xC2\xA0"
    "234,5 Hz  Gain  -8.1 dB  BW Oct 0.5\r\nFilter  2: ON  None\r\n"
    "Filter 3: ON Modal Fc 45 Hz Gain -9 dB Q 9 T60 target 300 ms\r\n",
    "Device: Phones\nChannel: L C\nFilter: ON LS 6 dB Fc 1.234 Hz Gain 5 dB\nInclude: a.txt\n"
    "Include: fuzz\nInclude: ../b\nChannel: 2\nFilter: ON HS Fc 3e3 Hz Gain -5 dB Q 0.5\n"
    "Stage: capture\nFilter: ON NO Fc 50 Hz\nStage: post-mix\nIf: x\nElse:\nEndIf:\n"
    "Copy: L=R\nDelay: 1 ms\nConvolution: c.wav\nDevice: all\n",
    "Preamp: -3 dB\nFilter 1: ON LSC 10.8 dB Fc 90 Hz Gain 4.5 dB\nChannel: R\nPreamp: -1 dB\n"
    "Filter 2: ON AP Fc 900 Hz BW Oct 2\nFilter 3: ON BP Fc 1000 Hz\n# Written by Tare.\n"
    "# Model: Acme One (ANC on)\n# Correction: acme-one/anna\n# Kind: review, from words only\n"
    "# Author: Anna\n# Reference rate: 44100 Hz\n",
};
enum { N_SEEDS = sizeof seed_texts / sizeof *seed_texts };

static uint64_t random_state = 88172645463325252u;

static void count(void* data, const TareReport* report)
{
    unsigned* const n = data;
    ++n[report->severity];
    CHECK(strstr(report->message, "; expected") != NULL);
    CHECK(report->file != NULL);
}

/** The text ends with the memory, so that a sanitizer sees a step beyond. */
static TareStatus read_damaged(TareContents* contents, const TareReporter* reporter)
{
    char text[MAX_LENGTH];
    const char* const seed = seed_texts[noise_below(&random_state, N_SEEDS)];
    size_t length = strlen(seed);
    memcpy(text, seed, length + 1);
    length = mutate(text, length, MAX_LENGTH, &random_state);
    char* const exact = malloc(length + 1);
    memcpy(exact, text, length);
    exact[length] = '\0';
    const TareFormatInput input = {.file = "fuzz",
                                   .text = exact,
                                   .length = length,
                                   .dialect =
                                       (TareDialect)noise_below(&random_state, TARE_N_DIALECTS)};
    (void)tare_apo_read_knows(exact, length);
    const TareStatus status = tare_apo_read(contents, &input, reporter);
    free(exact);
    return status;
}

static void test_broken_texts(void)
{
    unsigned n_good = 0, n_bad = 0;
    for (int round = 0; round < 20000; ++round) {
        unsigned n[TARE_ERROR + 1] = {0};
        const TareReporter reporter = {count, n};
        TareContents contents;
        const TareStatus status = read_damaged(&contents, &reporter);
        CHECK(status == TARE_OK ? contents.n == 1 : contents.n == 0);
        CHECK(status == TARE_OK || status == TARE_NOT_FOUND || status == TARE_BAD_INPUT);
        CHECK(status == TARE_OK || n[TARE_ERROR] > 0);
        for (size_t i = 0; i < contents.n; ++i)
            CHECK(readers_is_in_order(&contents.corrections[i]));
        n_good += status == TARE_OK;
        n_bad += status != TARE_OK;
        tare_contents_clear(&contents);
    }
    CHECK(n_good > 5000 && n_bad > 500); /* neither all nor nothing was broken */
}

static void test_failed_allocations(void)
{
    for (size_t i = 0; i < N_SEEDS; ++i)
        CHECK(readers_survive("apo", "fuzz", seed_texts[i], strlen(seed_texts[i])));
}

int main(void)
{
    RUN(test_broken_texts);
    RUN(test_failed_allocations);
    return check_done();
}
