/* Broken reviews: whatever the bytes and whenever memory fails, the reader comes back, and what it
   made of them can be used. Seeded: the same in each run. */

#include "base/file.h"
#include "base/utf8.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/review_fixture.h"
#include "review/fact.h"
#include "review/outline.h"
#include "tare/band_traits.h"
#include "tare/limits.h"

#include <stdint.h>
#include <stdlib.h>

enum { N_ROUNDS = 6000, MAX_TEXT = 8192 };

static const char* const seeds[] = {
    "advice.md", "deviations.md", "traps.md",   "toml.md", "broken_front_matter.md",
    "notes.txt", "page.html",     "settings.md"};

/* What reviews are made of, so that most rounds get past the front matter and into the rules. */
static const char* const pieces[] = {
    "+6 dB",
    "-5dB",
    "5 kHz",
    "at ",
    "peak ",
    "dip ",
    "2-8 kHz",
    "and ",
    "(",
    ")",
    ", ",
    ". ",
    "; ",
    ":",
    "Q=8 ",
    "between ",
    "from ",
    "to ",
    "up ",
    "EQ ",
    "with ",
    "by ",
    "can be ",
    "it ",
    "pull ",
    "down ",
    "in excess of ",
    "no less than ",
    "and above ",
    "1 200 Hz ",
    "Q2 ",
    "Q 0,7 ",
    "### EQ\n\n",
    "```\n",
    "| Hz | Gain | Q |\n|---|---|---|\n",
    " | ",
    "60 ",
    "k ",
    "low shelf ",
    "cut ",
    "add ",
    "[*]",
    "[/code]",
    "Filter 1: ON PK Fc ",
    "minus ",
    "2k8 ",
    "hump ",
    "-> ",
    "PK,5000,-3,2\n",
    "Peaks: ",
    "Hz dB Q\n",
    ".8 ",
    "| Hz | 60 | 7200 |\n|---|---|---|\n| dB | +3 | -4 |\n",
    "Gain ",
    "each ",
    "peaking filter ",
    "requires ",
    "within ",
    "latter ",
    "respectively ",
    "octave ",
    "one ",
    "\n\n",
    "\n",
    "## Advice\n\n",
    "- ",
    "---\n",
    "| a |\n|---|\n",
    "[1]",
    "\xC2\xB1",
    "\xE2\x88\x92",
    "\xE2\x80\x93",
    "**",
    "<",
    ">",
    "1e999 dB ",
    "0 dB ",
    "99999999999999999999 kHz ",
    "\"",
    "'",
    "tags: [",
    "target_name: ",
    "+++\n",
    "author = \"\\u00e9\"\n",
    "[[{\"a\"=",
    "# ",
    "**EQ**\n\n",
    "```\n",
    "    1 dB\n",
    "| 60 Hz | 4 dB |\n",
    "EQ\n",
    "<html>",
    "<p>",
    "</p>",
    "<h2>",
    "<table><tr><th>Hz<td>5 kHz<td>+3 dB",
    "</table>",
    "<pre>",
    "<b>",
    "<!--",
    "&amp;",
    "<script>",
    "\xE3\x81\x93\xE3\x82\x8C\xE3\x81\xAF",
    "und der die das ",
    "\xEF\xBC\x95",
};

static uint64_t random_state = 88172645463325252u;

static size_t insert(char* text, size_t length, size_t at, const char* piece, size_t n)
{
    if (length + n > MAX_TEXT)
        return length;
    memmove(text + at + n, text + at, length - at);
    memcpy(text + at, piece, n);
    return length + n;
}

static size_t mutate(char* text, size_t length)
{
    const size_t n_changes = 1 + noise_below(&random_state, 12);
    for (size_t i = 0; i < n_changes && length > 1; ++i) {
        const size_t at = noise_below(&random_state, length);
        const size_t n = 1 + noise_below(&random_state, length - at < 60 ? length - at : 60);
        const char* const piece =
            pieces[noise_below(&random_state, sizeof pieces / sizeof *pieces)];
        switch (noise_below(&random_state, 16)) {
        case 0:
            text[at] = (char)noise_below(&random_state, 256);
            break;
        case 1:
            text[at] = (char)(32 + noise_below(&random_state, 95));
            break;
        case 2: /* leaves a piece out */
            memmove(text + at, text + at + n, length - at - n);
            length -= n;
            break;
        case 3: { /* doubles a piece */
            char copy[64];
            memcpy(copy, text + at, n);
            length = insert(text, length, at, copy, n);
            break;
        }
        default:
            length = insert(text, length, at, piece, strlen(piece));
        }
    }
    return length;
}

/** Puts a zero behind each byte, as UTF-16 has it for ASCII. Returns the length, the old one when
   there is no room. */
static size_t widen(char* text, size_t length)
{
    if (2 * length > MAX_TEXT)
        return length;
    for (size_t i = length; i-- > 0;) {
        text[2 * i] = text[i];
        text[2 * i + 1] = '\0';
    }
    return 2 * length;
}

static bool is_text(const char* text)
{
    return text && tare_utf8_is_valid(text, strlen(text), NULL);
}

static bool is_band_good(const TareBand* band, double max_gain_db)
{
    return band->freq_hz >= TARE_FREQ_MIN_HZ && band->freq_hz <= TARE_FREQ_MAX_HZ &&
           fabs(band->gain_db) <= max_gain_db && band->q >= TARE_Q_MIN && band->q <= TARE_Q_MAX &&
           tare_band_type_has_gain(band->type);
}

static void check_unused(const TareReview* review)
{
    for (size_t i = 0; i < review->n_unread; ++i)
        CHECK(is_text(review->unread[i].text) && is_text(review->unread[i].reason) &&
              review->unread[i].line > 0);
    for (size_t i = 0; i < review->n_left_out; ++i)
        CHECK(is_text(review->left_out[i].text) &&
              is_text(tare_reason_words(review->left_out[i].reason)));
}

static void check_review(const TareReview* review)
{
    CHECK(is_text(review->file) && is_text(review->model));
    CHECK(review->n_filters <= review->n_facts && review->n_filters <= TARE_MAX_BANDS);
    CHECK(review->is_headphone || (!review->n_filters && !review->has_correction));
    CHECK(review->has_correction == (review->correction.set.n_bands > 0));
    CHECK(review->correction.n_evidence == review->correction.set.n_bands);
    CHECK(!review->has_correction ||
          (is_text(review->correction.entry.id) && is_text(review->correction.entry.brand) &&
           is_text(review->correction.entry.model)));
    for (size_t i = 0; i < review->n_facts; ++i) {
        CHECK(is_band_good(&review->facts[i].filter, 20.0));
        CHECK(is_text(review->facts[i].evidence.text) && review->facts[i].evidence.line > 0);
    }
    for (uint32_t i = 0; i < review->correction.set.n_bands; ++i)
        CHECK(is_band_good(&review->correction.set.bands[i], 20.0));
    check_unused(review);
}

/** Reads a text; in every fourth round one of the allocations fails. */
static TareStatus read(const char* text, size_t length, unsigned round)
{
    TareReview review;
    TareReviewContext context = *review_fixture_context();
    context.name = round % 2 ? "Acme 1" : NULL;
    failing_malloc_start(round % 4 == 3 ? 1 + (unsigned)noise_below(&random_state, 200) : 0);
    const TareStatus status = tare_review_read_text(&review, "f.md", text, length, &context, NULL);
    failing_malloc_stop();
    if (status == TARE_OK)
        check_review(&review);
    else
        CHECK(!review.file && !review.facts && !review.left_out && !review.unread &&
              !review.correction.entry.id);
    CHECK(status == TARE_OK || status == TARE_BAD_INPUT || status == TARE_NO_MEMORY);
    tare_review_clear(&review);
    return status;
}

static void test_mutations(void)
{
    unsigned n_good = 0, n_bad = 0;
    for (unsigned round = 0; round < N_ROUNDS; ++round) {
        char* seed = NULL;
        size_t length = 0;
        const char* const name = seeds[noise_below(&random_state, sizeof seeds / sizeof *seeds)];
        REQUIRE(tare_file_read(review_fixture_path(name), MAX_TEXT, &seed, &length, NULL) ==
                TARE_OK);
        char text[MAX_TEXT];
        memcpy(text, seed, length);
        free(seed);
        length = mutate(text, length);
        if (round % 8 == 5)
            length = widen(text, length);
        /* a block of its own and no longer, so that reading beyond its end is found out */
        char* const exact = malloc(length ? length : 1);
        REQUIRE(exact);
        memcpy(exact, text, length);
        const TareStatus status = read(exact, length, round);
        n_good += status == TARE_OK;
        n_bad += status == TARE_BAD_INPUT;
        free(exact);
    }
    CHECK(n_good > N_ROUNDS / 4); /* the rules are reached, */
    CHECK(n_bad > N_ROUNDS / 20); /* and so are the refusals */
}

/** Texts as long as is allowed, made of one thing. */
static void test_monotony(void)
{
    static const char head[] = "---\ntarget_name: A 1\ntags: [Headphones]\n---\n## Advice\n\n";
    char* const text = malloc(TARE_REVIEW_MAX_BYTES);
    REQUIRE(text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i += 5) {
        size_t length = sizeof head - 1;
        memcpy(text, head, length);
        while (length + strlen(pieces[i]) <= TARE_REVIEW_MAX_BYTES / 8) {
            memcpy(text + length, pieces[i], strlen(pieces[i]));
            length += strlen(pieces[i]);
        }
        CHECK(read(text, length, 0) == TARE_OK);
    }
    free(text);
}

int main(void)
{
    (void)review_fixture_context(); /* before memory gets short */
    RUN(test_mutations);
    RUN(test_monotony);
    return check_done();
}
