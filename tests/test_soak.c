/* Two minutes of audio of random moves through seven plugins at once; bench_soak runs an hour. */

#include "helpers/check.h"
#include "helpers/soak.h"

static void test_sound_stays_sound(void)
{
    SoakReport report;
    REQUIRE(soak_run(120, 1, &report));
    soak_print(&report);
    CHECK(report.n_turns > 50 && report.n_changes > 1000);
    CHECK(report.n_not_finite == 0);
    CHECK(report.loudest < 30);
    CHECK(report.lasting < 1e-5);
}

/** Everything is the same but what it costs. */
static void test_the_same_seed_gives_the_same(void)
{
    SoakReport one, other;
    REQUIRE(soak_run(15, 3, &one) && soak_run(15, 3, &other));
    CHECK(one.n_changes == other.n_changes && one.loudest == other.loudest);
    CHECK(one.lasting == other.lasting);
}

int main(void)
{
    RUN(test_sound_stays_sound);
    RUN(test_the_same_seed_gives_the_same);
    return check_done();
}
