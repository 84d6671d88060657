/* Characters and sentences, before any of it means something. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "review/normalise.h"
#include "review/sentences.h"
#include "review/token.h"

static void check_normalised(const char* text, const char* wanted)
{
    TareNormalised normalised;
    REQUIRE(tare_normalise(&normalised, text, strlen(text)));
    CHECK_STR(normalised.text, wanted);
    CHECK(normalised.length == strlen(wanted));
    tare_normalised_clear(&normalised);
}

static void test_normalise(void)
{
    check_normalised("plain -3 dB", "plain -3 dB");
    check_normalised("\xe2\x88\x92"
                     "3",
                     "-3");
    check_normalised("5\xe2\x80\x93"
                     "8 kHz",
                     "5-8 kHz");
    check_normalised("5 \xe2\x80\x93 8 kHz", "5 - 8 kHz");
    check_normalised("good \xe2\x80\x93 but", "good ; but");
    check_normalised("good\xe2\x80\x94"
                     "but",
                     "good;but");
    check_normalised("\xc2\xb1"
                     "3",
                     "+-3");
    check_normalised("20,000 Hz and 1,50", "20000 Hz and 1.50");
    check_normalised("2,500 kHz and 2,500 Hz", "2.500 kHz and 2500 Hz");
    check_normalised("3,6,9 kHz", "3,6,9 kHz"); /* a list */
    check_normalised("[1,2]", "[1,2]");
    check_normalised("**5** kHz", "5 kHz");
    check_normalised("\xef\xbc\x95\xef\xbd\x8b\xef\xbc\xa8\xef\xbd\x9a", "5kHz");
    check_normalised("5~8 kHz, ~9 kHz", "5-8 kHz, ~9 kHz");
    check_normalised("caf\xc3\xa9", "caf\xc3\xa9");
    check_normalised("", "");
}

/** Each character knows where it came from. */
static void test_normalise_keeps_places(void)
{
    TareNormalised normalised;
    const char* const text = "a \xe2\x88\x92"
                             "3,000 b";
    REQUIRE(tare_normalise(&normalised, text, strlen(text)));
    CHECK_STR(normalised.text, "a -3000 b");
    CHECK(normalised.origin[2] == 2);  /* the minus sign */
    CHECK(normalised.origin[3] == 5);  /* the 3 */
    CHECK(normalised.origin[4] == 7);  /* the first 0 */
    CHECK(normalised.origin[8] == 11); /* the b */
    CHECK(normalised.origin[9] == 12); /* the end */
    tare_normalised_clear(&normalised);
}

static void test_normalise_survives_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareNormalised normalised = {0};
        const bool is_good = tare_normalise(&normalised, "text", 4);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        tare_normalised_clear(&normalised);
        if (n_asked < n)
            break;
    }
}

static size_t count_sentences(const char* text)
{
    TareNormalised normalised;
    if (!tare_normalise(&normalised, text, strlen(text)))
        return 0;
    static TareSentence sentence;
    size_t position = 0, n = 0;
    while (tare_sentence_next(&normalised, &position, &sentence))
        ++n;
    tare_normalised_clear(&normalised);
    return n;
}

static void test_sentences_end(void)
{
    CHECK(count_sentences("") == 0);
    CHECK(count_sentences("One. Two! Three? Four") == 4);
    CHECK(count_sentences("It is 2.5 dB. Next one.") == 2);
    CHECK(count_sentences("It is 3 dB vs. the target, approx. 5 kHz.") == 1);
    CHECK(count_sentences("Bass is up (e.g. 5 dB at 60 Hz). Treble is not.") == 2);
    CHECK(count_sentences("First [1]. Second.[2] Third [3].") == 3);
    CHECK(count_sentences("See example.com for more.") == 1);
}

/** The sources that a sentence cites, behind the full stop too. */
static void test_references(void)
{
    TareNormalised normalised;
    const char* const text = "Peak at 5 kHz [2][5].[7] Next.";
    REQUIRE(tare_normalise(&normalised, text, strlen(text)));
    static TareSentence sentence;
    size_t position = 0;
    CHECK(tare_sentence_next(&normalised, &position, &sentence));
    CHECK(sentence.sources == ((1u << 2) | (1u << 5) | (1u << 7)));
    CHECK(tare_sentence_next(&normalised, &position, &sentence));
    CHECK(sentence.sources == 0);
    tare_normalised_clear(&normalised);
}

/** A text without an end is cut, not lost and not overrun. */
static void test_endless_sentence(void)
{
    static char text[6 * 2000 + 1];
    for (size_t i = 0; i < 2000; ++i)
        strcpy(text + 6 * i, "5 kHz ");
    CHECK(count_sentences(text) >= 2000 / TARE_MAX_TOKENS);
}

int main(void)
{
    RUN(test_normalise);
    RUN(test_normalise_keeps_places);
    RUN(test_normalise_survives_failed_allocations);
    RUN(test_sentences_end);
    RUN(test_references);
    RUN(test_endless_sentence);
    return check_done();
}
