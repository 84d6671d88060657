/* The word that somebody meant who mistyped one. */

#include "base/nearest.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <stdint.h>

/** How many slips lie between two words. */
static size_t slips(const char* typed, const char* word)
{
    TareNearest nearest = {.typed = typed};
    tare_nearest_look(&nearest, word);
    return nearest.distance;
}

static void test_each_kind_of_slip_counts_as_one(void)
{
    CHECK(slips("search", "search") == 0);
    CHECK(slips("saarch", "search") == 1); /* wrong */
    CHECK(slips("serch", "search") == 1);  /* missing */
    CHECK(slips("seearch", "search") == 1);
    CHECK(slips("saerch", "search") == 1); /* exchanged */
    CHECK(slips("esarhc", "search") == 2);
    CHECK(slips("Search", "search") == 1);
}

static void test_an_empty_word_is_as_far_as_the_other_is_long(void)
{
    CHECK(slips("", "") == 0);
    CHECK(slips("", "fit") == 3);
    CHECK(slips("list", "") == 4);
}

/** The same by the recursive definition, without a table. */
static size_t slips_by_definition(const char* a, size_t n, const char* b, size_t m)
{
    if (n == 0 || m == 0)
        return n + m;
    size_t least = slips_by_definition(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
    const size_t missing = slips_by_definition(a, n, b, m - 1) + 1;
    const size_t added = slips_by_definition(a, n - 1, b, m) + 1;
    least = missing < least ? missing : least;
    least = added < least ? added : least;
    if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1]) {
        const size_t exchanged = slips_by_definition(a, n - 2, b, m - 2) + 1;
        least = exchanged < least ? exchanged : least;
    }
    return least;
}

static void random_word(char word[6], uint64_t* random)
{
    const size_t n = noise_below(random, 6);
    for (size_t i = 0; i < n; ++i)
        word[i] = (char)('a' + noise_below(random, 3));
    word[n] = '\0';
}

static void test_slips_are_those_of_the_definition_both_ways(void)
{
    uint64_t random = 1964;
    for (unsigned round = 0; round < 3000; ++round) {
        char a[6], b[6];
        random_word(a, &random);
        random_word(b, &random);
        CHECK(slips(a, b) == slips_by_definition(a, strlen(a), b, strlen(b)));
        CHECK(slips(a, b) == slips(b, a));
    }
}

static void test_the_nearest_of_several_words_wins(void)
{
    TareNearest nearest = {.typed = "rendre"};
    tare_nearest_look(&nearest, "remove");
    tare_nearest_look(&nearest, "render");
    tare_nearest_look(&nearest, "reader");
    CHECK_STR(tare_nearest_word(&nearest), "render");
}

static void test_of_words_equally_near_the_first_one_stays(void)
{
    TareNearest nearest = {.typed = "fat"};
    tare_nearest_look(&nearest, "fit");
    tare_nearest_look(&nearest, "cat");
    tare_nearest_look(&nearest, "fit");
    CHECK_STR(tare_nearest_word(&nearest), "fit");
}

/** Asks whether `typed` is near enough to `word`. */
static bool is_near(const char* typed, const char* word)
{
    TareNearest nearest = {.typed = typed};
    tare_nearest_look(&nearest, word);
    return tare_nearest_word(&nearest) != NULL;
}

static void test_one_slip_is_allowed_and_one_more_for_each_four_letters(void)
{
    CHECK(is_near("a", "b") && !is_near("a", "bc"));
    CHECK(is_near("fit", "fax") == false && is_near("fit", "fat"));
    CHECK(is_near("list", "lxxt") && !is_near("list", "xxxt"));
    CHECK(is_near("abcdefg", "xxcdefg") && !is_near("abcdefg", "xxxdefg"));
    CHECK(is_near("abcdefgh", "xxxdefgh") && !is_near("abcdefgh", "xxxxefgh"));
}

static void test_nothing_is_meant_before_a_word_was_looked_at(void)
{
    const TareNearest nearest = {.typed = "search"};
    CHECK(tare_nearest_word(&nearest) == NULL);
}

static void test_words_beyond_31_bytes_are_never_near(void)
{
    static const char longest[] = "abcdefghijklmnopqrstuvwxyz01234";
    static const char too_long[] = "abcdefghijklmnopqrstuvwxyz012345";
    CHECK(strlen(longest) == 31 && slips(longest, longest) == 0);
    CHECK(slips(too_long, too_long) == SIZE_MAX && !is_near(too_long, too_long));
    CHECK(slips(longest, too_long) == SIZE_MAX && slips(too_long, longest) == SIZE_MAX);
    TareNearest nearest = {.typed = longest};
    tare_nearest_look(&nearest, too_long);
    tare_nearest_look(&nearest, longest);
    CHECK_STR(tare_nearest_word(&nearest), longest);
}

int main(void)
{
    RUN(test_each_kind_of_slip_counts_as_one);
    RUN(test_an_empty_word_is_as_far_as_the_other_is_long);
    RUN(test_slips_are_those_of_the_definition_both_ways);
    RUN(test_the_nearest_of_several_words_wins);
    RUN(test_of_words_equally_near_the_first_one_stays);
    RUN(test_one_slip_is_allowed_and_one_more_for_each_four_letters);
    RUN(test_nothing_is_meant_before_a_word_was_looked_at);
    RUN(test_words_beyond_31_bytes_are_never_near);
    return check_done();
}
