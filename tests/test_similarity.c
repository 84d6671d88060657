/* How much two folded names are alike, against counting written out here. */

#include "helpers/check.h"
#include "helpers/noise.h"
#include "names/similarity.h"

#include <stdlib.h>

static void random_text(char* text, size_t max, const char* letters, uint64_t* random)
{
    const size_t n = noise_below(random, max + 1);
    for (size_t i = 0; i < n; ++i)
        text[i] = letters[noise_below(random, strlen(letters))];
    text[n] = '\0';
}

/** Pairs in common from byte `start` of b on, by crossing out those of a, from b's end. */
static size_t common_by_hand(const char* a, const char* b, size_t start)
{
    bool is_used[100] = {0};
    size_t n = 0;
    const size_t a_length = strlen(a), b_length = strlen(b);
    for (size_t i = b_length < 2 ? 0 : b_length - 1; i-- > start;)
        for (size_t k = 0; k + 1 < a_length; ++k)
            if (!is_used[k] && a[k] == b[i] && a[k + 1] == b[i + 1]) {
                is_used[k] = true;
                ++n;
                break;
            }
    return n;
}

static void test_bits_are_counted(void)
{
    CHECK(tare_n_bits(0) == 0 && tare_n_bits(UINT64_MAX) == 64);
    for (unsigned i = 0; i < 64; ++i) {
        CHECK(tare_n_bits((uint64_t)1 << i) == 1);
        CHECK(tare_n_bits(UINT64_MAX >> i) == 64 - i);
    }
}

static void test_letters_digits_and_plus_have_codes_of_their_own(void)
{
    static const char own[] = "abcdefghijklmnopqrstuvwxyz0123456789+";
    bool is_taken[64] = {0};
    for (const char* p = own; *p; ++p) {
        const unsigned code = tare_mark_code(*p);
        REQUIRE(code < 64);
        CHECK(!is_taken[code]);
        is_taken[code] = true;
    }
    for (int c = -128; c < 128; ++c)
        CHECK(tare_mark_code((char)c) < 64);
}

static void test_a_mark_has_a_bit_for_each_pair_and_no_other(void)
{
    CHECK(tare_mark_of("").bits[0] == 0 && tare_mark_of("").bits[1] == 0);
    CHECK(tare_mark_of("a").bits[0] == 0 && tare_mark_of("a").bits[1] == 0);
    uint64_t random = 5;
    for (unsigned round = 0; round < 1000; ++round) {
        char text[20];
        random_text(text, 19, "abc12+", &random);
        const TareMark mark = tare_mark_of(text);
        TareMark sum = {{0, 0}};
        for (const char* p = text; p[0] && p[1]; ++p) {
            const TareMark one = tare_mark_of((char[]){p[0], p[1], '\0'});
            CHECK(tare_n_bits(one.bits[0]) + tare_n_bits(one.bits[1]) == 1);
            sum.bits[0] |= one.bits[0];
            sum.bits[1] |= one.bits[1];
        }
        CHECK(mark.bits[0] == sum.bits[0] && mark.bits[1] == sum.bits[1]);
    }
}

static void test_pairs_in_common_are_those_counted_by_hand(void)
{
    static TareGrams grams;
    uint64_t random = 42;
    for (unsigned round = 0; round < 1000; ++round) {
        char a[30], b[30];
        size_t tail = 99;
        random_text(a, 29, "abc1", &random);
        random_text(b, 29, "abc1", &random);
        const size_t start = noise_below(&random, 30);
        tare_grams_set(&grams, a);
        CHECK(grams.n == (strlen(a) < 2 ? 0 : strlen(a) - 1));
        const size_t common = tare_grams_common(&grams, b, strlen(b), start, &tail);
        CHECK(common == common_by_hand(a, b, 0));
        CHECK(tail == common_by_hand(a, b, start));
        CHECK(tare_grams_common(&grams, b, strlen(b), start, &tail) == common); /* as before */
        const TareMark mark = tare_mark_of(b);
        CHECK(tare_grams_most_common(&grams, &mark) >= common);
    }
}

static void test_a_pair_counts_255_times_and_a_text_256_pairs_at_most(void)
{
    static TareGrams grams;
    char text[402];
    size_t tail = 0;
    memset(text, 'a', 401);
    text[401] = '\0';
    tare_grams_set(&grams, text);
    CHECK(grams.n == 400);
    CHECK(tare_grams_common(&grams, text, 401, 0, &tail) == 255);
    char other[402];
    for (size_t i = 0; i < 401; ++i)
        other[i] = (char)(i % 2 ? 'a' : 'b');
    other[401] = '\0';
    tare_grams_set(&grams, other);
    CHECK(tare_grams_common(&grams, other, 401, 0, &tail) == 4 * TARE_SLIP_MAX_LENGTH);
}

static void test_likeness_by_pairs_is_mostly_a_part_of_the_query(void)
{
    CHECK(tare_grams_likeness(0, 0, 5) == 0.0 && tare_grams_likeness(0, 5, 0) == 0.0);
    CHECK_NEAR(tare_grams_likeness(7, 7, 7), 1.0, 1e-15);
    CHECK_NEAR(tare_grams_likeness(4, 8, 12), 0.75 * 4 / 8 + 0.25 * 2 * 4 / 20, 1e-15);
    CHECK(tare_grams_likeness(5, 5, 8) > tare_grams_likeness(5, 5, 9));
}

static double likeness(const char* a, const char* b)
{
    return tare_slip_likeness(a, strlen(a), b, strlen(b));
}

static void test_slips_are_a_share_of_the_longer_name(void)
{
    CHECK(likeness("hd650", "hd650") == 1.0);
    CHECK_NEAR(likeness("hd650", "hd660"), 1 - 1.0 / 5, 1e-15);
    CHECK_NEAR(likeness("hd650", "hd65"), 1 - 1.0 / 5, 1e-15);
    CHECK_NEAR(likeness("hd65", "hd6550"), 1 - 2.0 / 6, 1e-15);
    CHECK_NEAR(likeness("dh650", "hd650"), 1 - 1.0 / 5, 1e-15);
    CHECK(likeness("hd650", "hd111") == 0.0 && likeness("hd6", "hd6550") == 0.0);
}

static void test_names_of_nothing_and_beyond_64_bytes_are_like_none(void)
{
    char a[66], b[66];
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    b[0] = 'b';
    CHECK(tare_slip_likeness("", 0, "", 0) == 0.0 && tare_slip_likeness("", 0, "a", 1) == 0.0);
    CHECK_NEAR(tare_slip_likeness(a, 64, b, 64), 1 - 1.0 / 64, 1e-15);
    CHECK(tare_slip_likeness(a, 64, b, 65) == 0.0 && tare_slip_likeness(a, 65, b, 64) == 0.0);
}

static void test_the_most_likeness_is_never_less_than_the_likeness(void)
{
    static TareGrams grams;
    uint64_t random = 9;
    unsigned n_alike = 0;
    for (unsigned round = 0; round < 20000; ++round) {
        char a[10], b[10];
        size_t tail;
        random_text(a, 9, "ab", &random);
        random_text(b, 9, "ab", &random);
        tare_grams_set(&grams, a);
        const size_t common = tare_grams_common(&grams, b, strlen(b), 0, &tail);
        const double alike = likeness(a, b);
        CHECK(tare_slip_most_likeness(strlen(a), strlen(b), common) >= alike);
        CHECK(alike == likeness(b, a));
        n_alike += alike > 0.0;
    }
    CHECK(n_alike > 1000);
    CHECK(tare_slip_most_likeness(10, 10, 2) == 0.0 && tare_slip_most_likeness(10, 13, 9) == 0.0);
}

int main(void)
{
    RUN(test_bits_are_counted);
    RUN(test_letters_digits_and_plus_have_codes_of_their_own);
    RUN(test_a_mark_has_a_bit_for_each_pair_and_no_other);
    RUN(test_pairs_in_common_are_those_counted_by_hand);
    RUN(test_a_pair_counts_255_times_and_a_text_256_pairs_at_most);
    RUN(test_likeness_by_pairs_is_mostly_a_part_of_the_query);
    RUN(test_slips_are_a_share_of_the_longer_name);
    RUN(test_names_of_nothing_and_beyond_64_bytes_are_like_none);
    RUN(test_the_most_likeness_is_never_less_than_the_likeness);
    return check_done();
}
