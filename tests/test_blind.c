/* Blind comparisons without a listener: what is drawn, what is counted, how likely chance is. */

#include "base/chance.h"
#include "base/dice.h"
#include "corrections/blind.h"
#include "helpers/check.h"

#include <stdlib.h>

/* Chance */

/** A row of Pascal's triangle, in whole numbers: exact up to 60 tries. */
static void fill_row(uint64_t row[62], unsigned n)
{
    memset(row, 0, 62 * sizeof row[0]);
    row[0] = 1;
    for (unsigned i = 0; i < n; ++i)
        for (unsigned k = i + 1; k > 0; --k)
            row[k] += row[k - 1];
}

static void test_chance_is_that_of_counting_all_cases(void)
{
    uint64_t row[62];
    for (unsigned n = 0; n <= 60; ++n) {
        fill_row(row, n);
        for (unsigned right = 0; right <= n; ++right) {
            uint64_t n_as_good = 0;
            for (unsigned k = right; k <= n; ++k)
                n_as_good += row[k];
            const double wanted = ldexp((double)n_as_good, -(int)n);
            CHECK_NEAR(tare_chance_at_least(right, n), wanted, 1e-14 * wanted);
        }
        CHECK(tare_chance_at_least(n + 1, n) == 0.0);
    }
}

static void test_signs_count_both_sides(void)
{
    uint64_t row[62];
    for (unsigned n = 1; n <= 60; ++n) {
        fill_row(row, n);
        for (unsigned up = 0; up <= n; ++up) {
            const unsigned down = n - up;
            const unsigned distance = up > down ? up - down : down - up;
            uint64_t n_as_far = 0;
            for (unsigned k = 0; k <= n; ++k)
                if ((2 * k > n ? 2 * k - n : n - 2 * k) >= distance)
                    n_as_far += row[k];
            const double wanted = ldexp((double)n_as_far, -(int)n);
            CHECK_NEAR(tare_chance_of_signs(up, down), wanted, 1e-14 * wanted);
        }
    }
    CHECK(tare_chance_of_signs(0, 0) == 1.0);
}

static void test_many_tries_lose_nothing(void)
{
    const unsigned n = TARE_CHANCE_MAX_TRIES;
    CHECK(tare_chance_at_least(0, n) == 1.0);
    CHECK(tare_chance_at_least(n, n) == ldexp(1.0, -(int)n));
    for (unsigned k = 0; k < n; ++k) {
        const double wanted = exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) -
                                  n * 0.69314718055994530942);
        const double both = tare_chance_at_least(k, n) + tare_chance_at_least(n - k + 1, n);
        CHECK_NEAR(both, 1.0, 1e-12);
        if (2 * k > n)
            CHECK_NEAR(tare_chance_at_least(k, n) - tare_chance_at_least(k + 1, n), wanted,
                       1e-9 * wanted);
    }
}

/* Dice */

/** The chi-square of counts that should be alike. */
static double chi_square(const unsigned* counts, unsigned n, unsigned n_all)
{
    const double wanted = (double)n_all / n;
    double sum = 0.0;
    for (unsigned i = 0; i < n; ++i)
        sum += (counts[i] - wanted) * (counts[i] - wanted) / wanted;
    return sum;
}

/** What a chi-square exceeds once in 10,000 times (E. Wilson, M. Hilferty, 1931). */
static double chi_square_limit(unsigned n_free)
{
    const double part = 2.0 / (9.0 * n_free);
    const double root = 1.0 - part + 3.719 * sqrt(part);
    return n_free * root * root * root;
}

static void test_every_number_is_as_likely(void)
{
    for (unsigned n = 1; n <= 40; ++n) {
        unsigned counts[40] = {0};
        TareDice dice = tare_dice(n);
        for (unsigned i = 0; i < 1000 * n; ++i) {
            const unsigned drawn = tare_dice_below(&dice, n);
            REQUIRE(drawn < n);
            ++counts[drawn];
        }
        if (n > 1)
            CHECK(chi_square(counts, n, 1000 * n) < chi_square_limit(n - 1));
    }
}

/** The place of an order among all orders of n. */
static unsigned rank_of(const uint8_t* order, unsigned n)
{
    unsigned rank = 0;
    for (unsigned i = 0; i < n; ++i) {
        unsigned n_less = 0;
        for (unsigned k = i + 1; k < n; ++k)
            n_less += order[k] < order[i];
        rank = rank * (n - i) + n_less;
    }
    return rank;
}

static void test_every_order_is_as_likely(void)
{
    static const unsigned n_orders[] = {0, 0, 2, 6, 24, 120};
    for (uint8_t n = 2; n <= 5; ++n) {
        unsigned counts[120] = {0};
        TareDice dice = tare_dice(77);
        for (unsigned i = 0; i < 500 * n_orders[n]; ++i) {
            uint8_t order[5];
            tare_dice_shuffle(&dice, order, n);
            ++counts[rank_of(order, n)];
        }
        CHECK(chi_square(counts, n_orders[n], 500 * n_orders[n]) <
              chi_square_limit(n_orders[n] - 1));
    }
}

static void test_seeds_are_drawn(void)
{
    uint64_t seeds[3] = {0};
    for (unsigned i = 0; i < 3; ++i)
        CHECK(tare_dice_draw_seed(&seeds[i]));
    CHECK(seeds[0] != seeds[1] && seeds[1] != seeds[2] && seeds[0] != seeds[2]);
}

/* Rounds */

static TareBlind blind;

static void rate_all(uint8_t (*rating_of)(uint8_t sound))
{
    for (uint8_t place = 0; place < blind.n_sounds; ++place)
        tare_blind_rate(&blind, place, rating_of(tare_blind_sound(&blind, place)));
}

static void test_orders_are_new_in_each_round(void)
{
    const uint8_t max = TARE_BLIND_MAX_SOUNDS;
    for (uint8_t n = 2; n <= max; ++n) {
        unsigned counts[TARE_BLIND_MAX_SOUNDS][TARE_BLIND_MAX_SOUNDS] = {{0}};
        tare_blind_start(&blind, TARE_BLIND_RATING, n, 5);
        CHECK(tare_blind_n_places(&blind) == n);
        for (unsigned i = 0; i < 900; ++i) {
            unsigned seen = 0;
            for (uint8_t place = 0; place < n; ++place) {
                const uint8_t sound = tare_blind_sound(&blind, place);
                REQUIRE(sound < n);
                seen |= 1u << sound;
                ++counts[place][sound];
                tare_blind_rate(&blind, place, 3);
            }
            CHECK(seen == (1u << n) - 1);
            REQUIRE(tare_blind_next(&blind));
        }
        for (uint8_t place = 0; place < n; ++place)
            CHECK(chi_square(counts[place], n, 900) < chi_square_limit(n - 1u));
    }
}

static void test_x_is_either_and_either_place(void)
{
    unsigned counts[4] = {0};
    tare_blind_start(&blind, TARE_BLIND_ABX, 2, 11);
    CHECK(tare_blind_n_places(&blind) == 3);
    for (unsigned i = 0; i < 900; ++i) {
        const TareBlindRound* const round = tare_blind_round(&blind);
        CHECK(tare_blind_sound(&blind, 2) == round->sounds[round->x]);
        ++counts[2 * round->x + round->sounds[0]];
        CHECK(!tare_blind_is_answered(&blind) && !tare_blind_next(&blind));
        tare_blind_answer(&blind, 0);
        REQUIRE(tare_blind_next(&blind));
    }
    CHECK(chi_square(counts, 4, 900) < chi_square_limit(3));
}

static void test_a_seed_says_all(void)
{
    static TareBlind again;
    tare_blind_start(&blind, TARE_BLIND_ABX, 2, 1234);
    tare_blind_start(&again, TARE_BLIND_ABX, 2, 1234);
    for (unsigned i = 0; i < 100; ++i) {
        CHECK(tare_blind_sound(&blind, 0) == tare_blind_sound(&again, 0));
        CHECK(tare_blind_sound(&blind, 2) == tare_blind_sound(&again, 2));
        tare_blind_answer(&blind, 0);
        tare_blind_answer(&again, 1);
        tare_blind_next(&blind);
        tare_blind_next(&again);
    }
}

static void test_a_round_waits_for_all_that_is_asked(void)
{
    tare_blind_start(&blind, TARE_BLIND_RATING, 3, 1);
    for (uint8_t place = 0; place < 3; ++place) {
        CHECK(!tare_blind_is_answered(&blind) && !tare_blind_next(&blind) && blind.n_done == 0);
        tare_blind_rate(&blind, place, 1);
    }
    tare_blind_rate(&blind, 0, 5); /* another thought */
    CHECK(tare_blind_round(&blind)->ratings[0] == 5);
    CHECK(tare_blind_next(&blind) && blind.n_done == 1 && !tare_blind_is_answered(&blind));
}

static void test_there_is_a_last_round(void)
{
    tare_blind_start(&blind, TARE_BLIND_ABX, 2, 1);
    unsigned n = 0;
    do {
        tare_blind_answer(&blind, 1);
        ++n;
    } while (tare_blind_next(&blind));
    CHECK(n == TARE_BLIND_MAX_ROUNDS && blind.n_done == n);
    tare_blind_answer(&blind, 1);
    CHECK(!tare_blind_next(&blind) && blind.n_done == n);
}

/* Results */

static uint8_t by_number(uint8_t sound)
{
    return (uint8_t)(sound + 2);
}

static uint8_t all_alike(uint8_t sound)
{
    (void)sound;
    return 4;
}

static void test_who_hears_it_is_told(void)
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    uint8_t preferred = 9;
    tare_blind_start(&blind, TARE_BLIND_RATING, 3, 8);
    CHECK(isnan(tare_blind_mean(&blind, 0)) && !tare_blind_preferred(&blind, &preferred));
    for (unsigned i = 0; i < 8; ++i) {
        rate_all(by_number);
        tare_blind_next(&blind);
    }
    CHECK(tare_blind_mean(&blind, 0) == 2.0 && tare_blind_mean(&blind, 2) == 4.0);
    CHECK(tare_blind_preferred(&blind, &preferred) && preferred == 2);
    CHECK(tare_blind_pairs(&blind, pairs) == 3);
    for (unsigned i = 0; i < 3; ++i) {
        CHECK(pairs[i].better > pairs[i].other && pairs[i].n_higher == 8);
        CHECK_NEAR(pairs[i].chance, 2.0 / 256.0, 1e-15);
        CHECK_NEAR(pairs[i].chance_of_all, 6.0 / 256.0, 1e-15);
    }
}

static void test_who_hears_nothing_prefers_nothing(void)
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    uint8_t preferred = 9;
    tare_blind_start(&blind, TARE_BLIND_RATING, 9, 8);
    for (unsigned i = 0; i < 20; ++i) {
        rate_all(all_alike);
        tare_blind_next(&blind);
    }
    CHECK(!tare_blind_preferred(&blind, &preferred));
    CHECK(tare_blind_pairs(&blind, pairs) == TARE_BLIND_MAX_PAIRS);
    for (unsigned i = 0; i < TARE_BLIND_MAX_PAIRS; ++i)
        CHECK(pairs[i].n_same == 20 && pairs[i].chance == 1.0 && pairs[i].chance_of_all == 1.0);
}

/** Ratings of three sounds in one round, by their numbers. */
static void rate_three(uint8_t a, uint8_t b, uint8_t c)
{
    const uint8_t ratings[] = {a, b, c};
    for (uint8_t place = 0; place < 3; ++place)
        tare_blind_rate(&blind, place, ratings[tare_blind_sound(&blind, place)]);
    CHECK(tare_blind_next(&blind));
}

static void test_pairs_are_counted_by_rounds(void)
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    tare_blind_start(&blind, TARE_BLIND_RATING, 3, 8);
    for (unsigned i = 0; i < 9; ++i)
        rate_three(1, 5, i < 7 ? 1 : 2);
    rate_three(5, 1, 1);
    CHECK(tare_blind_pairs(&blind, pairs) == 3);
    /* 1 before 0: 9 of 10, p = 22 / 1024; 0 and 2: 1 to 2 and 7 alike; 1 before 2: 9, one alike */
    CHECK(pairs[0].better == 1 && pairs[0].n_higher == 9 && pairs[0].n_lower == 1);
    CHECK(pairs[1].better == 2 && pairs[1].n_higher == 2 && pairs[1].n_same == 7);
    CHECK(pairs[2].better == 1 && pairs[2].n_higher == 9 && pairs[2].n_same == 1);
    CHECK_NEAR(pairs[0].chance, 22.0 / 1024.0, 1e-15);
    CHECK_NEAR(pairs[1].chance, 1.0, 1e-15);
    CHECK_NEAR(pairs[2].chance, 2.0 / 512.0, 1e-15);
    CHECK_NEAR(pairs[2].chance_of_all, 6.0 / 512.0, 1e-15);
    CHECK_NEAR(pairs[0].chance_of_all, 44.0 / 1024.0, 1e-15);
    CHECK_NEAR(pairs[1].chance_of_all, 1.0, 1e-15);
}

/** How many of many listeners who only guess reach a chance of at most this in ABX. */
static unsigned count_lucky(unsigned n_listeners, unsigned n_rounds, double chance)
{
    unsigned n_lucky = 0;
    srand(1);
    for (unsigned i = 0; i < n_listeners; ++i) {
        tare_blind_start(&blind, TARE_BLIND_ABX, 2, i);
        for (unsigned k = 0; k < n_rounds; ++k) {
            tare_blind_answer(&blind, (uint8_t)(rand() / 7 % 2));
            tare_blind_next(&blind);
        }
        n_lucky += tare_chance_at_least(tare_blind_n_right(&blind), blind.n_done) <= chance;
    }
    return n_lucky;
}

static void test_who_guesses_is_found_out(void)
{
    enum { N_LISTENERS = 20000, N_ROUNDS = 16 };
    /* 12 of 16 or better: (1820 + 560 + 120 + 16 + 1) / 65536 */
    const double wanted = 2517.0 / 65536.0;
    const double spread = sqrt(wanted * (1.0 - wanted) / N_LISTENERS);
    const double lucky = (double)count_lucky(N_LISTENERS, N_ROUNDS, 0.05) / N_LISTENERS;
    CHECK_NEAR(lucky, wanted, 4.0 * spread);
}

static void test_who_recognises_x_is_believed(void)
{
    tare_blind_start(&blind, TARE_BLIND_ABX, 2, 3);
    for (unsigned i = 0; i < 10; ++i) {
        const uint8_t x = tare_blind_round(&blind)->x;
        tare_blind_answer(&blind, i == 4 ? !x : x);
        tare_blind_next(&blind);
    }
    CHECK(tare_blind_n_right(&blind) == 9);
    CHECK_NEAR(tare_blind_chance(&blind), 11.0 / 1024.0, 1e-15);
}

int main(void)
{
    RUN(test_chance_is_that_of_counting_all_cases);
    RUN(test_signs_count_both_sides);
    RUN(test_many_tries_lose_nothing);
    RUN(test_every_number_is_as_likely);
    RUN(test_every_order_is_as_likely);
    RUN(test_seeds_are_drawn);
    RUN(test_orders_are_new_in_each_round);
    RUN(test_x_is_either_and_either_place);
    RUN(test_a_seed_says_all);
    RUN(test_a_round_waits_for_all_that_is_asked);
    RUN(test_there_is_a_last_round);
    RUN(test_who_hears_it_is_told);
    RUN(test_who_hears_nothing_prefers_nothing);
    RUN(test_pairs_are_counted_by_rounds);
    RUN(test_who_guesses_is_found_out);
    RUN(test_who_recognises_x_is_believed);
    return check_done();
}
