/* Characters, figures and sentences, before any of it means something. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "review/normalise.h"
#include "review/quantities.h"
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
    check_normalised("20,000 Hz and 1,50", "20000 Hz and 1,50");
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

typedef struct {
    const char* text;
    TareQuantityKind kind;
    TareSign sign;
    double lo, hi;
    size_t length; ///< 0: all of the text
} QuantityCase;

static const QuantityCase quantity_cases[] = {
    {"6 dB", TARE_QUANTITY_GAIN, TARE_SIGN_NONE, 6, 6, 0},
    {"+6dB", TARE_QUANTITY_GAIN, TARE_SIGN_PLUS, 6, 6, 0},
    {"-6.5 dB", TARE_QUANTITY_GAIN, TARE_SIGN_MINUS, 6.5, 6.5, 0},
    {"6-dB", TARE_QUANTITY_GAIN, TARE_SIGN_NONE, 6, 6, 0},
    {"+-3 dB", TARE_QUANTITY_GAIN, TARE_SIGN_BOTH, 3, 3, 0},
    {"+/-3 dB", TARE_QUANTITY_GAIN, TARE_SIGN_BOTH, 3, 3, 0},
    {"+0/-3dB", TARE_QUANTITY_GAIN, TARE_SIGN_BOTH, 0, 3, 0},
    {"-4 to -6 dB", TARE_QUANTITY_GAIN, TARE_SIGN_MINUS, 4, 6, 0},
    {"+5-8dB", TARE_QUANTITY_GAIN, TARE_SIGN_PLUS, 5, 8, 0},
    {"-2 to +3 dB", TARE_QUANTITY_GAIN, TARE_SIGN_BOTH, 2, 3, 0},
    {"5kHz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 5000, 5000, 0},
    {"440 Hz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 440, 440, 0},
    {"5-8 kHz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 5000, 8000, 0},
    {"20Hz-20kHz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 20, 20000, 0},
    {"20-20kHz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 20, 20000, 0},
    {"500 Hz to 1.5 kHz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 500, 1500, 0},
    {"3.3 and 7 kHz", TARE_QUANTITY_FREQ, TARE_SIGN_NONE, 3300, 3300, 3},
    {"1/3 octave", TARE_QUANTITY_WIDTH, TARE_SIGN_NONE, 1.0 / 3, 1.0 / 3, 0},
    {"108dB/mW", TARE_QUANTITY_OTHER, TARE_SIGN_NONE, 108, 108, 0},
    {"94 dB SPL", TARE_QUANTITY_OTHER, TARE_SIGN_NONE, 94, 94, 0},
    {"90dBA", TARE_QUANTITY_OTHER, TARE_SIGN_NONE, 90, 90, 0},
    {"16mm", TARE_QUANTITY_OTHER, TARE_SIGN_NONE, 16, 16, 0},
    {"7 and more", TARE_QUANTITY_NUMBER, TARE_SIGN_NONE, 7, 7, 1},
};

static void test_quantities(void)
{
    for (size_t i = 0; i < sizeof quantity_cases / sizeof *quantity_cases; ++i) {
        const QuantityCase* const c = &quantity_cases[i];
        TareQuantity quantity;
        if (!tare_quantity_read(c->text, strlen(c->text), &quantity)) {
            CHECK_STR("nothing read", c->text);
            continue;
        }
        const bool is_good = quantity.kind == c->kind && quantity.sign == c->sign &&
                             fabs(quantity.lo - c->lo) < 1e-9 && fabs(quantity.hi - c->hi) < 1e-9 &&
                             quantity.length == (c->length ? c->length : strlen(c->text));
        if (!is_good)
            CHECK_STR("read wrong", c->text);
    }
    TareQuantity quantity;
    CHECK(!tare_quantity_read("dB", 2, &quantity));
    CHECK(!tare_quantity_read("", 0, &quantity));
    CHECK(!tare_quantity_read("+", 1, &quantity));
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
    RUN(test_quantities);
    RUN(test_sentences_end);
    RUN(test_references);
    RUN(test_endless_sentence);
    return check_done();
}
