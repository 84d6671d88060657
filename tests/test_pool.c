/* Memory in small pieces, given back at once. */

#include "base/pool.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <stdalign.h>
#include <stdint.h>

static bool is_filled_with(const unsigned char* piece, size_t size, unsigned char wanted)
{
    for (size_t i = 0; i < size; ++i)
        if (piece[i] != wanted)
            return false;
    return true;
}

static void test_pieces_of_any_size_are_zeroed_aligned_and_apart(void)
{
    enum { N_PIECES = 2000 };
    static unsigned char* pieces[N_PIECES];
    static size_t sizes[N_PIECES];
    TarePool pool = {0};
    uint64_t random = 77;
    for (size_t i = 0; i < N_PIECES; ++i) {
        sizes[i] = noise_below(&random, i % 100 == 99 ? 100000 : 300);
        pieces[i] = tare_pool_take(&pool, sizes[i]);
        REQUIRE(pieces[i] != NULL);
        CHECK((uintptr_t)pieces[i] % alignof(max_align_t) == 0);
        CHECK(is_filled_with(pieces[i], sizes[i], 0));
        memset(pieces[i], (int)(i % 255 + 1), sizes[i]);
    }
    for (size_t i = 0; i < N_PIECES; ++i)
        CHECK(is_filled_with(pieces[i], sizes[i], (unsigned char)(i % 255 + 1)));
    tare_pool_clear(&pool);
    CHECK(pool.blocks == NULL);
}

static void test_many_small_pieces_cost_few_allocations(void)
{
    TarePool pool = {0};
    failing_malloc_start(0);
    for (unsigned i = 0; i < 4096; ++i)
        CHECK(tare_pool_take(&pool, 16) != NULL);
    CHECK(failing_malloc_stop() == 1);
    failing_malloc_start(0);
    CHECK(tare_pool_take(&pool, 1) != NULL);
    CHECK(failing_malloc_stop() == 1);
    tare_pool_clear(&pool);
}

static void test_a_large_piece_leaves_the_rest_of_the_block_for_small_ones(void)
{
    TarePool pool = {0};
    CHECK(tare_pool_take(&pool, 100) != NULL);
    CHECK(tare_pool_take(&pool, 1 << 20) != NULL);
    failing_malloc_start(0);
    CHECK(tare_pool_take(&pool, 100) != NULL);
    CHECK(failing_malloc_stop() == 0);
    tare_pool_clear(&pool);
}

static void test_copies_end_in_nul_and_may_hold_some(void)
{
    TarePool pool = {0};
    CHECK_STR(tare_pool_copy(&pool, "abcdef", 3), "abc");
    CHECK_STR(tare_pool_copy(&pool, NULL, 0), "");
    const char* const copy = tare_pool_copy(&pool, "a\0b", 3);
    REQUIRE(copy != NULL);
    CHECK(memcmp(copy, "a\0b", 4) == 0);
    tare_pool_clear(&pool);
}

static void test_sizes_that_no_memory_has_are_refused(void)
{
    TarePool pool = {0};
    CHECK(tare_pool_take(&pool, SIZE_MAX) == NULL);
    CHECK(tare_pool_take(&pool, SIZE_MAX - alignof(max_align_t)) == NULL);
    CHECK(tare_pool_copy(&pool, "", SIZE_MAX) == NULL);
    CHECK(tare_pool_copy(&pool, "", SIZE_MAX - 1) == NULL);
    CHECK(pool.blocks == NULL);
}

static void test_a_pool_stays_as_it_was_when_memory_is_short(void)
{
    TarePool pool = {0};
    failing_malloc_start(1);
    CHECK(tare_pool_take(&pool, 8) == NULL);
    (void)failing_malloc_stop();
    char* const first = tare_pool_copy(&pool, "kept", 4);
    failing_malloc_start(1);
    CHECK(tare_pool_copy(&pool, "x", 1 << 16) == NULL);
    (void)failing_malloc_stop();
    CHECK_STR(first, "kept");
    CHECK_STR(tare_pool_copy(&pool, "more", 4), "more");
    tare_pool_clear(&pool);
}

static void test_a_cleared_pool_can_be_used_again(void)
{
    TarePool pool = {0};
    tare_pool_clear(&pool);
    char* const piece = tare_pool_take(&pool, 10);
    REQUIRE(piece != NULL);
    memset(piece, 'x', 10);
    tare_pool_clear(&pool);
    tare_pool_clear(&pool);
    CHECK_STR(tare_pool_take(&pool, 10), "");
    tare_pool_clear(&pool);
}

int main(void)
{
    RUN(test_pieces_of_any_size_are_zeroed_aligned_and_apart);
    RUN(test_many_small_pieces_cost_few_allocations);
    RUN(test_a_large_piece_leaves_the_rest_of_the_block_for_small_ones);
    RUN(test_copies_end_in_nul_and_may_hold_some);
    RUN(test_sizes_that_no_memory_has_are_refused);
    RUN(test_a_pool_stays_as_it_was_when_memory_is_short);
    RUN(test_a_cleared_pool_can_be_used_again);
    return check_done();
}
