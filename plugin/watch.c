#include "watch.h"

#include "kernel.h"

#include <string.h>

void tare_watch_init(TareWatch* watch, uint32_t n)
{
    memset(watch, 0, sizeof *watch);
    watch->n = n;
    watch->differ = tare_kernel_best()->differ;
    for (uint32_t i = 0; i < n; ++i)
        tare_watch_place(watch, i, NULL);
}

void tare_watch_place(TareWatch* watch, uint32_t index, const float* value)
{
    watch->values[index] = value ? value : &watch->seen[index];
    watch->is_fresh[index] = true;
    watch->are_rows_stale = true;
}

static void find_rows(TareWatch* watch)
{
    const float* next = NULL;
    watch->n_rows = 0;
    watch->are_rows_stale = false;
    for (uint32_t i = 0; i < watch->n; ++i) {
        const float* const value = watch->values[i];
        const float* const seen = &watch->seen[i];
        if (value == seen) {
            next = NULL;
            continue;
        }
        if (value != next && ++watch->n_rows > TARE_WATCH_MAX_ROWS)
            return;
        TareWatchRow* const row = &watch->rows[watch->n_rows - 1];
        if (value != next)
            *row = (TareWatchRow){value, seen, 0};
        ++row->n;
        next = value + 1;
    }
}

/** The bits of a value, so that one that is not a number is no change for ever. */
static uint32_t bits_of(const float* value)
{
    uint32_t bits;
    memcpy(&bits, value, sizeof bits);
    return bits;
}

static uint32_t changed_bits(const TareWatch* watch, uint32_t index)
{
    return bits_of(watch->values[index]) ^ bits_of(&watch->seen[index]);
}

/** Does not stop to ask where. */
static bool is_news_somewhere(const TareWatch* watch)
{
    uint32_t bits = 0;
    uint32_t i = 0;
    for (; i + 4 <= watch->n; i += 4)
        bits |= (changed_bits(watch, i) | changed_bits(watch, i + 1)) |
                (changed_bits(watch, i + 2) | changed_bits(watch, i + 3));
    for (; i < watch->n; ++i)
        bits |= changed_bits(watch, i);
    return bits != 0;
}

static bool is_news_in_rows(const TareWatch* watch)
{
    bool is_news = false;
    for (uint32_t r = 0; r < watch->n_rows; ++r)
        is_news |= watch->differ(watch->rows[r].values, watch->rows[r].seen, watch->rows[r].n);
    return is_news;
}

/** Apart, so that the usual case need not save registers for it. */
static __attribute__((noinline)) bool has_news_elsewhere(TareWatch* watch)
{
    if (watch->are_rows_stale)
        find_rows(watch);
    return watch->n_rows <= TARE_WATCH_MAX_ROWS ? is_news_in_rows(watch) : is_news_somewhere(watch);
}

bool tare_watch_has_news(TareWatch* watch)
{
    const TareWatchRow* const first = &watch->rows[0];
    if (watch->n_rows != 1 || watch->are_rows_stale)
        return has_news_elsewhere(watch);
    return watch->differ(first->values, first->seen, first->n);
}

bool tare_watch_take(TareWatch* watch, uint32_t index, float* value)
{
    const float* const here = watch->values[index];
    if (bits_of(here) == bits_of(&watch->seen[index]))
        return false;
    watch->seen[index] = *value = *here;
    return true;
}

bool tare_watch_take_fresh(TareWatch* watch, uint32_t index, float* value)
{
    const bool was_fresh = watch->is_fresh[index];
    watch->is_fresh[index] = false;
    return was_fresh && tare_watch_take(watch, index, value);
}
