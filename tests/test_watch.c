/* A watch over values in memory of the host, wherever they lie. */

#include "helpers/check.h"
#include "watch.h"

#include <math.h>
#include <string.h>

enum { N = 37, SPREAD = 3 };

static float memory[SPREAD * N];
static TareWatch watch;

/** Values stand one behind the other, but for a gap before every `length`th. */
static float* place_of(uint32_t index, uint32_t length)
{
    return &memory[index + index / length];
}

static void start(uint32_t length)
{
    tare_watch_init(&watch, N);
    for (uint32_t i = 0; i < N; ++i) {
        *place_of(i, length) = (float)i;
        tare_watch_place(&watch, i, place_of(i, length));
    }
}

static uint32_t take_all(void)
{
    uint32_t n_taken = 0;
    for (uint32_t i = 0; i < N; ++i) {
        float value;
        n_taken += tare_watch_take(&watch, i, &value);
    }
    return n_taken;
}

static void test_values_that_are_nowhere_do_not_change(void)
{
    tare_watch_init(&watch, N);
    CHECK(!tare_watch_has_news(&watch) && take_all() == 0);
    tare_watch_place(&watch, 3, memory);
    memory[0] = 7;
    CHECK(tare_watch_has_news(&watch) && take_all() == 1);
    tare_watch_place(&watch, 3, NULL);
    memory[0] = 8;
    CHECK(!tare_watch_has_news(&watch) && take_all() == 0 && watch.seen[3] == 7);
}

static void test_each_value_is_watched_wherever_it_stands(void)
{
    for (uint32_t length = 1; length <= N; ++length) {
        start(length);
        CHECK(tare_watch_has_news(&watch) && take_all() == N - 1); /* one is 0, as it was */
        CHECK(!tare_watch_has_news(&watch));
        for (uint32_t i = 0; i < N; ++i) {
            *place_of(i, length) += 0.5f;
            float value = 0;
            CHECK(tare_watch_has_news(&watch));
            CHECK(tare_watch_take(&watch, i, &value) && value == (float)i + 0.5f);
            CHECK(!tare_watch_has_news(&watch) && take_all() == 0);
        }
    }
}

static void test_what_stands_between_is_not_looked_at(void)
{
    for (uint32_t length = 1; length < N; ++length) {
        start(length);
        take_all();
        for (uint32_t i = 0; i < N; ++i)
            if (i % length == length - 1)
                place_of(i, length)[1] = -1;
        memory[N + N / length] = -1;
        CHECK(!tare_watch_has_news(&watch));
    }
}

static void test_rows_may_lack_values(void)
{
    for (uint32_t missing = 0; missing < N; ++missing) {
        start(N);
        take_all();
        tare_watch_place(&watch, missing, NULL);
        *place_of(missing, N) = -1;
        CHECK(!tare_watch_has_news(&watch));
        *place_of((missing + 1) % N, N) = -1;
        CHECK(tare_watch_has_news(&watch) && take_all() == 1);
    }
}

static void test_values_may_move(void)
{
    start(N);
    take_all();
    for (uint32_t i = 0; i < N; ++i) {
        float elsewhere = (float)i;
        tare_watch_place(&watch, i, &elsewhere);
        CHECK(!tare_watch_has_news(&watch));
        elsewhere = -1;
        CHECK(tare_watch_has_news(&watch));
        tare_watch_place(&watch, i, place_of(i, N));
        CHECK(!tare_watch_has_news(&watch));
    }
}

static void test_only_what_was_placed_is_fresh(void)
{
    start(N);
    for (uint32_t i = 0; i < N; ++i) {
        float value = -1;
        CHECK(tare_watch_take_fresh(&watch, i, &value) == (i != 0)); /* 0 is as it was */
        *place_of(i, N) = 99;
        CHECK(!tare_watch_take_fresh(&watch, i, &value));
        tare_watch_place(&watch, i, place_of(i, N));
        CHECK(tare_watch_take_fresh(&watch, i, &value) && value == 99);
    }
}

static void test_bits_count_whatever_they_mean(void)
{
    start(N);
    take_all();
    for (uint32_t i = 0; i < N; ++i) {
        *place_of(i, N) = (float)NAN;
        CHECK(tare_watch_has_news(&watch) && take_all() == 1);
        CHECK(!tare_watch_has_news(&watch) && take_all() == 0);
        *place_of(i, N) = 0.0f;
        take_all();
        *place_of(i, N) = -0.0f;
        CHECK(tare_watch_has_news(&watch) && take_all() == 1);
    }
}

int main(void)
{
    RUN(test_values_that_are_nowhere_do_not_change);
    RUN(test_each_value_is_watched_wherever_it_stands);
    RUN(test_what_stands_between_is_not_looked_at);
    RUN(test_rows_may_lack_values);
    RUN(test_values_may_move);
    RUN(test_only_what_was_placed_is_fresh);
    RUN(test_bits_count_whatever_they_mean);
    return check_done();
}
