/* Figures with units in prose, one at a time. */

#include "helpers/check.h"
#include "helpers/noise.h"
#include "review/quantities.h"

typedef struct {
    const char* text;
    TareQuantityKind kind;
    TareSign sign;
    double lo, hi;
    size_t length; ///< of what is taken
} Case;

#define GAIN TARE_QUANTITY_GAIN
#define FREQ TARE_QUANTITY_FREQ
#define WIDTH TARE_QUANTITY_WIDTH
#define NUMBER TARE_QUANTITY_NUMBER
#define OTHER TARE_QUANTITY_OTHER
#define NONE TARE_SIGN_NONE
#define PLUS TARE_SIGN_PLUS
#define MINUS TARE_SIGN_MINUS
#define BOTH TARE_SIGN_BOTH

static void check_case(const Case* c)
{
    TareQuantity q;
    const bool is_read = tare_quantity_read(c->text, strlen(c->text), &q);
    CHECK(is_read);
    if (is_read && q.kind == c->kind && q.sign == c->sign && fabs(q.lo - c->lo) < 1e-9 &&
        fabs(q.hi - c->hi) < 1e-9 && q.length == c->length)
        return;
    fprintf(stderr, "\"%s\": kind %d, sign %d, %g to %g, %zu bytes\n", c->text, (int)q.kind,
            (int)q.sign, q.lo, q.hi, q.length);
    CHECK_STR("another quantity", c->text);
}

static void check_cases(const Case* cases, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        check_case(&cases[i]);
}

#define CHECK_CASES(cases) check_cases((cases), sizeof(cases) / sizeof *(cases))

static void test_each_unit(void)
{
    static const Case cases[] = {
        {"6 dB", GAIN, NONE, 6, 6, 4},
        {"6dB", GAIN, NONE, 6, 6, 3},
        {"6-dB peak", GAIN, NONE, 6, 6, 4},
        {"6 dBs", GAIN, NONE, 6, 6, 5},
        {"6 decibel", GAIN, NONE, 6, 6, 9},
        {"6 Decibels", GAIN, NONE, 6, 6, 10},
        {"440 Hz", FREQ, NONE, 440, 440, 6},
        {"5 kHz", FREQ, NONE, 5000, 5000, 5},
        {"5 KHZ", FREQ, NONE, 5000, 5000, 5},
        {"5k", FREQ, NONE, 5000, 5000, 2},
        {"5 kilohertz", FREQ, NONE, 5000, 5000, 11},
        {"50 Hz", FREQ, NONE, 50, 50, 5},
        {"50 hertz", FREQ, NONE, 50, 50, 8},
        {"2 octaves", WIDTH, NONE, 2, 2, 9},
        {"1 octave", WIDTH, NONE, 1, 1, 8},
        {"1/3 octave", WIDTH, NONE, 1.0 / 3, 1.0 / 3, 10},
        {"2/3-octave", WIDTH, NONE, 2.0 / 3, 2.0 / 3, 10},
        {"6.25 dB", GAIN, NONE, 6.25, 6.25, 7},
        {"7", NUMBER, NONE, 7, 7, 1},
        {"7.", NUMBER, NONE, 7, 7, 1},
        {"7 peaks", NUMBER, NONE, 7, 7, 1},
    };
    CHECK_CASES(cases);
}

static void test_what_is_no_unit_of_ours(void)
{
    static const Case cases[] = {
        {"94 dB SPL", OTHER, NONE, 94, 94, 9},
        {"94 dBA", OTHER, NONE, 94, 94, 6},
        {"94 dB(A)", OTHER, NONE, 94, 94, 8},
        {"-3 dBFS", OTHER, MINUS, 3, 3, 7},
        {"108dB/mW", OTHER, NONE, 108, 108, 8},
        {"100 dB/mW", OTHER, NONE, 100, 100, 9},
        {"12 dB/octave", OTHER, NONE, 12, 12, 12},
        {"3 dB RMS", OTHER, NONE, 3, 3, 8},
        {"3 dB per octave", OTHER, NONE, 3, 3, 15},
        {"6 dBx", OTHER, NONE, 6, 6, 5},
        {"5 dB a lot", GAIN, NONE, 5, 5, 4},
        {"5 dB means", GAIN, NONE, 5, 5, 4},
        {"40mm", OTHER, NONE, 40, 40, 4},
        {"5 k", NUMBER, NONE, 5, 5, 1},
        {"3%", OTHER, NONE, 3, 3, 2},
        {"5khzx", OTHER, NONE, 5, 5, 5},
        {"1/3", NUMBER, NONE, 1, 1, 1},
        {"1/0 octave", WIDTH, NONE, 1, 1, 1},
    };
    CHECK_CASES(cases);
}

static void test_signs(void)
{
    static const Case cases[] = {
        {"+6 dB", GAIN, PLUS, 6, 6, 5},    {"-6 dB", GAIN, MINUS, 6, 6, 5},
        {"- 6 dB", GAIN, MINUS, 6, 6, 6},  {"+-6 dB", GAIN, BOTH, 6, 6, 6},
        {"-+6 dB", GAIN, BOTH, 6, 6, 6},   {"+/-6 dB", GAIN, BOTH, 6, 6, 7},
        {"-/+6 dB", GAIN, BOTH, 6, 6, 7},  {"+/- 6 dB", GAIN, BOTH, 6, 6, 8},
        {"+0/-3 dB", GAIN, BOTH, 0, 3, 8}, {"+3/-2 dB", GAIN, BOTH, 2, 3, 8},
    };
    CHECK_CASES(cases);
}

static void test_ranges(void)
{
    static const Case cases[] = {
        {"4-6 dB", GAIN, NONE, 4, 6, 6},
        {"4 to 6 dB", GAIN, NONE, 4, 6, 9},
        {"4 dB to 6 dB", GAIN, NONE, 4, 6, 12},
        {"-4 to -6 dB", GAIN, MINUS, 4, 6, 11},
        {"-4-6 dB", GAIN, MINUS, 4, 6, 7},
        {"+4 to 6 dB", GAIN, PLUS, 4, 6, 10},
        {"-4 to 6 dB", GAIN, BOTH, 4, 6, 10},
        {"-2 to +2 dB", GAIN, BOTH, 2, 2, 11},
        {"4 to +6 dB", GAIN, PLUS, 4, 6, 10},
        {"0 to -6 dB", GAIN, MINUS, 0, 6, 10},
        {"-6 to 0 dB", GAIN, MINUS, 0, 6, 10},
        {"+-2 to 3 dB", GAIN, BOTH, 2, 3, 11},
        {"+5-8dB", GAIN, PLUS, 5, 8, 6},
        {"6-4 dB", GAIN, NONE, 4, 6, 6},
        {"20Hz-20kHz", FREQ, NONE, 20, 20000, 10},
        {"2-8 kHz", FREQ, NONE, 2000, 8000, 7},
        {"20-20kHz", FREQ, NONE, 20, 20000, 8},
        {"200 Hz-2 kHz", FREQ, NONE, 200, 2000, 12},
        {"2 through 8 kHz", FREQ, NONE, 2000, 8000, 15},
        {"2 to about 8 kHz", FREQ, NONE, 2000, 8000, 16},
        {"2 to approximately 8 kHz", FREQ, NONE, 2000, 8000, 24},
        {"1-2 octaves", WIDTH, NONE, 1, 2, 11},
        {"4 dB to 6 kHz", GAIN, NONE, 4, 4, 4}, /* two kinds are no range */
        {"4/6 dB", GAIN, NONE, 4, 4, 1},        /* a list */
        {"4-6", NUMBER, NONE, 4, 4, 1},
        {"4 to six dB", NUMBER, NONE, 4, 4, 1},
    };
    CHECK_CASES(cases);
}

/** The unit at the end of a list is that of all its numbers. */
static void test_lists_share_their_unit(void)
{
    static const struct {
        const char* text;
        bool is_listed;
        double lo;
    } lists[] = {
        {"5 and 8 kHz", true, 5000},
        {"5, 8 and 12 kHz", true, 5000},
        {"5, 8, and 12 kHz", true, 5000},
        {"5 & 8 kHz", true, 5000},
        {"5 or 8 kHz", true, 5000},
        {"5/8 kHz", true, 5000},
        {"3 and 6 dB", true, 3},
        {"5, 8 kHz", false, 5},
        {"5 and eight kHz", false, 5},
        {"5 and 8", false, 5},
        {"5, 8%, and 12 kHz", false, 5},
        {"20 and 20 kHz", true, 20},
        {"1, 2, 3, 4 and 5 kHz", true, 1000},
        {"1, 2, 3, 4, 5 and 6 kHz", false, 1}, /* too long to be one */
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; ++i) {
        TareQuantity q;
        REQUIRE(tare_quantity_read(lists[i].text, strlen(lists[i].text), &q));
        if (q.is_listed != lists[i].is_listed || q.lo != lists[i].lo)
            CHECK_STR("read otherwise", lists[i].text);
        CHECK(q.length == strspn(lists[i].text, "0123456789"));
        CHECK(q.kind != NUMBER || !q.is_listed);
    }
}

static void test_spelt_ranges_are_told_from_dashes(void)
{
    TareQuantity q;
    CHECK(tare_quantity_read("2 to 5 kHz", 10, &q) && q.is_spelt);
    CHECK(tare_quantity_read("2-5 kHz", 7, &q) && !q.is_spelt);
    CHECK(tare_quantity_read("2 kHz", 5, &q) && !q.is_spelt && !q.is_listed);
}

static void test_what_is_no_number(void)
{
    TareQuantity q;
    static const char* const texts[] = {"", "dB", "+", "-", "+-", ".5 dB", "x6 dB", " 6 dB", "--6"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        CHECK(!tare_quantity_read(texts[i], strlen(texts[i]), &q));
}

/** Only `length` bytes are looked at: what stands behind changes nothing. */
static void test_nothing_is_read_beyond_the_end(void)
{
    static const char text[] = "-4 to -6 dB SPL/mW, 8 and 12 kHz";
    for (size_t length = 0; length <= strlen(text); ++length) {
        char cut[sizeof text] = "";
        TareQuantity a = {0}, b = {0};
        memcpy(cut, text, length);
        const bool is_read = tare_quantity_read(cut, length, &a);
        CHECK(tare_quantity_read(text, length, &b) == is_read);
        CHECK(a.kind == b.kind && a.lo == b.lo && a.hi == b.hi && a.length == b.length);
        CHECK(!is_read || (a.length > 0 && a.length <= length));
    }
}

/** Whatever the text, what is taken lies in it, and a range is in order. */
static void test_any_text_gives_sane_quantities(void)
{
    static const char* const parts[] = {"6",   "0.5", "+",  "-",    "/",   " ", "dB",  "kHz",
                                        "to ", "k",   ", ", "and ", "~",   "a", "1/3", "oct",
                                        "ave", "%",   "99", "Hz",   "(A)", "s", ".",   "about "};
    uint64_t state = 20260701;
    for (unsigned round = 0; round < 20000; ++round) {
        char text[80] = "";
        for (size_t n = 1 + noise_below(&state, 8); n; --n)
            strcat(text, parts[noise_below(&state, sizeof parts / sizeof *parts)]);
        TareQuantity q;
        if (!tare_quantity_read(text, strlen(text), &q))
            continue;
        const bool is_sane = q.length > 0 && q.length <= strlen(text) && q.lo >= 0 && q.lo <= q.hi;
        if (!is_sane)
            CHECK_STR("not sane", text);
    }
}

int main(void)
{
    RUN(test_each_unit);
    RUN(test_what_is_no_unit_of_ours);
    RUN(test_signs);
    RUN(test_ranges);
    RUN(test_lists_share_their_unit);
    RUN(test_spelt_ranges_are_told_from_dashes);
    RUN(test_what_is_no_number);
    RUN(test_nothing_is_read_beyond_the_end);
    RUN(test_any_text_gives_sane_quantities);
    return check_done();
}
