/* Broken texts of stored curves: whatever the characters, what is read is in order, and the rest is
   refused. Seeded: the same in each run. */

#include "curves/curve.h"
#include "curves/stored_curve.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <stdint.h>
#include <stdlib.h>

static const char seed_text[] = "-21 48:-4 12:0 36:9 48:1 48:-12 48:3 48:0 48:0 48:-7 48:2 46:1";

static uint64_t random_state = 88172645463325252u;

/** A changed seed, which ends with its memory, so that a sanitizer sees a step beyond. */
static char* make_text(void)
{
    static const char characters[] = " :-0123456789x+\t";
    char* const text = malloc(sizeof seed_text);
    memcpy(text, seed_text, sizeof seed_text);
    for (size_t n = noise_below(&random_state, 4); n > 0; --n)
        text[noise_below(&random_state, sizeof seed_text - 1)] =
            characters[noise_below(&random_state, sizeof characters - 1)];
    return text;
}

static void check_is_in_order(const TareCurve* curve)
{
    for (size_t i = 0; i < curve->n; ++i) {
        CHECK(tare_curve_can_hold(curve->points[i].freq_hz, curve->points[i].level_db));
        CHECK(fabs(curve->points[i].level_db) <= 200.0);
        CHECK(i == 0 || curve->points[i - 1].freq_hz < curve->points[i].freq_hz);
    }
    CHECK_NEAR(curve->points[0].freq_hz, 20, 1e-9);
    CHECK_NEAR(curve->points[curve->n - 1].freq_hz, 19897, 1);
}

static void test_broken_texts(void)
{
    unsigned n_read = 0, n_refused = 0;
    for (int round = 0; round < 20000; ++round) {
        char* const text = make_text();
        TareCurve curve;
        if (tare_stored_curve_read(&curve, text)) {
            check_is_in_order(&curve);
            ++n_read;
        } else {
            CHECK(!curve.points && !curve.n);
            ++n_refused;
        }
        tare_curve_clear(&curve);
        free(text);
    }
    CHECK(n_read > 5000 && n_refused > 5000); /* some of each kind */
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareCurve curve;
        failing_malloc_start(n);
        const bool is_read = tare_stored_curve_read(&curve, seed_text);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_read == (n_asked < n) && !is_read == !curve.points);
        tare_curve_clear(&curve);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_broken_texts);
    RUN(test_failed_allocations);
    return check_done();
}
