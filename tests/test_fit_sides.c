/* What is asked of the fit of one headphone. */

#include "fakes/failing_malloc.h"
#include "fit/goal.h"
#include "fit/sides.h"
#include "helpers/check.h"
#include "helpers/fit_order.h"
#include "helpers/scratch.h"
#include "tare/response.h"

/** What is ordered counts more than what is usual, and another headphone more than a target. */
static void test_goals(void)
{
    const char* const level = scratch_write("level.csv", "20,1\n20000,1\n");
    const char* const other = scratch_write("other.csv", "20,2\n20000,2\n");
    TareFitOrder order = fit_order_quick();
    TareFitGoal goal;
    order.bend.bass_db = 3;
    REQUIRE(tare_fit_order_goal(&goal, &order, TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN, level, NULL) ==
            TARE_OK);
    CHECK(!goal.built_in && goal.bend.bass_db == 3);
    CHECK_STR(goal.name, level);
    tare_fit_goal_clear(&goal);
    order.target = "flat";
    REQUIRE(tare_fit_order_goal(&goal, &order, TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN, level, NULL) ==
            TARE_OK);
    CHECK(goal.built_in == tare_target_find("flat"));
    tare_fit_goal_clear(&goal);
    order.like = other;
    REQUIRE(tare_fit_order_goal(&goal, &order, TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN, level, NULL) ==
            TARE_OK);
    CHECK_STR(goal.name, other);
    tare_fit_goal_clear(&goal);
    order.like = scratch_path("none.csv");
    CHECK(tare_fit_order_goal(&goal, &order, TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN, NULL, NULL) ==
          TARE_IO_ERROR);
}

/** 48 points an octave, and the level of the curve that it was made of. */
static void test_the_curve_of_a_goal(void)
{
    TareFitGoal goal = {0};
    TareCurve curve;
    REQUIRE(tare_fit_goal_take_file(&goal, scratch_write("level.csv", "20,1\n20000,1\n"), NULL) ==
            TARE_OK);
    REQUIRE(tare_fit_goal_curve(&curve, &goal));
    REQUIRE(curve.n == 479);
    for (size_t i = 0; i < curve.n; ++i) {
        CHECK_NEAR(curve.points[i].freq_hz, 20.0 * pow(2.0, (double)i / 48.0), 1e-6);
        CHECK_NEAR(curve.points[i].level_db, 1.0, 1e-9);
    }
    tare_curve_clear(&curve);
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        const bool is_good = tare_fit_goal_curve(&curve, &goal);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n) && (curve.n == 479) == is_good);
        tare_curve_clear(&curve);
        if (n_asked < n)
            break;
    }
    tare_fit_goal_clear(&goal);
}

/** Both sides share the bands, each with those of its own ear; a mean is for both. */
static void test_sides(void)
{
    const char* const bump = scratch_write("l.csv", "20,0\n500,0\n1000,6\n2000,0\n20000,0\n");
    const char* const dent = scratch_write("r.csv", "20,0\n2000,0\n4000,-6\n8000,0\n20000,0\n");
    TareFitSides sides = {0};
    TareFitOrder order = fit_order_quick();
    TareFitGoal goal = {.built_in = tare_target_find("flat")};
    TareBandSet set;
    order.count.n = 15; /* more than half of all bands */
    REQUIRE(tare_fit_sides_read_apart(&sides, bump, dent, NULL, NULL) == TARE_OK);
    REQUIRE(tare_fit_sides_run(&sides, &order, &goal, &set));
    CHECK(set.n_bands == sides.sides[0].set.n_bands + sides.sides[1].set.n_bands);
    for (uint32_t i = 0; i < set.n_bands; ++i)
        CHECK(set.bands[i].channel ==
              (i < sides.sides[0].set.n_bands ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT));
    CHECK(sides.sides[0].set.n_bands <= TARE_MAX_BANDS / 2);
    CHECK_NEAR(set.preamp_db, fmin(sides.sides[0].set.preamp_db, sides.sides[1].set.preamp_db),
               0.0);
    CHECK(sides.sides[0].outcome.after.rms_db < sides.sides[0].outcome.before.rms_db);
    tare_fit_sides_clear(&sides);
    const char* const paths[] = {bump, dent};
    REQUIRE(tare_fit_sides_read(&sides, paths, 2, NULL, NULL) == TARE_OK);
    CHECK(sides.n == 1);
    CHECK_NEAR(tare_curve_level_db(&sides.sides[0].response, 1000.0), 3.0, 0.05);
    tare_fit_sides_clear(&sides);
}

/** The level of a channel at a frequency, by the filters that would run. */
static double level_db(const TareBandSet* set, uint32_t channel, double freq_hz)
{
    TareControls* const controls = tare_controls_new();
    tare_controls_set(controls, TARE_CONTROL_MANUAL_PREAMP, 1.0);
    tare_controls_set(controls, TARE_CONTROL_PREAMP_DB, set->preamp_db);
    tare_controls_set(controls, TARE_CONTROL_REFERENCE_RATE_HZ, set->reference_rate_hz);
    for (uint32_t i = 0; i < set->n_bands; ++i)
        CHECK(tare_controls_set_band(controls, i, &set->bands[i]));
    TareResponse* const response = tare_response_new(controls, 48000.0, 2);
    tare_controls_free(controls);
    const double db = response ? tare_response_gain_db(response, channel, freq_hz) : (double)NAN;
    tare_response_free(response);
    return db;
}

/** How far the corrected sides of a pair of files lie apart in level, left above right. */
static double apart_db(const char* left, const char* right, bool is_gain_curve, unsigned n_filters,
                       TareBandSet* set)
{
    TareFitSides sides = {0};
    TareFitOrder order = fit_order_quick();
    TareFitGoal goal = {.built_in = tare_target_find("flat")};
    order.is_gain_curve = is_gain_curve;
    order.count.n = n_filters;
    double sum = (double)NAN;
    if (tare_fit_sides_read_apart(&sides, left, right, NULL, NULL) == TARE_OK &&
        tare_fit_sides_run(&sides, &order, &goal, set)) {
        sum = 0;
        for (double freq_hz = 300; freq_hz < 3000; freq_hz *= 1.01)
            sum +=
                level_db(set, 0, freq_hz) - level_db(set, 1, freq_hz) +
                (is_gain_curve ? -1 : 1) * (tare_curve_level_db(&sides.sides[0].response, freq_hz) -
                                            tare_curve_level_db(&sides.sides[1].response, freq_hz));
        sum /= ceil(log(10) / log(1.01));
        CHECK(sides.sides[0].turned_down_db == 0 || sides.sides[1].turned_down_db == 0);
    }
    tare_fit_sides_clear(&sides);
    return sum;
}

/** Sides that differ in level, alike otherwise or not: both are as loud in the end, nothing is
    louder than full scale, and the bands suffice. */
static void test_level_between_the_sides(void)
{
    const char* const left = scratch_write("l.csv", "20,4\n500,4\n1000,10\n2000,4\n20000,4\n");
    const char* const same = scratch_write("s.csv", "20,0\n500,0\n1000,6\n2000,0\n20000,0\n");
    const char* const other = scratch_write("o.csv", "20,6\n300,-3\n3000,-2\n6000,5\n20000,-9\n");
    const char* const rights[] = {same, other};
    for (int i = 0; i < 2; ++i)
        for (int is_gain = 0; is_gain < 2; ++is_gain)
            for (unsigned n = 2; n <= 10; n += 8) {
                TareBandSet set = {.n_bands = 0};
                CHECK_NEAR(apart_db(left, rights[i], is_gain, n, &set), 0, 0.1);
                CHECK_NEAR(apart_db(rights[i], left, is_gain, n, &set), 0, 0.1);
                CHECK(set.n_bands <= TARE_MAX_BANDS && set.preamp_db <= 0);
                for (uint32_t c = 0; c < 2; ++c)
                    for (double freq_hz = 8; freq_hz < 22000; freq_hz *= 1.05)
                        CHECK(level_db(&set, c, freq_hz) <= 0.0001);
            }
    TareBandSet set;
    CHECK_NEAR(apart_db(left, same, false, 4, &set), 0, 0.02);
    CHECK_NEAR(level_db(&set, 0, 9000) - level_db(&set, 1, 9000), -4, 0.05);
    CHECK_NEAR(level_db(&set, 0, 20) - level_db(&set, 1, 20), -4, 0.2);
    CHECK_NEAR(apart_db(same, same, false, 4, &set), 0, 1e-9);
    CHECK(set.bands[set.n_bands - 1].freq_hz > 8.0); /* no band for a level that is none */
}

static void test_sides_that_cannot_be_read(void)
{
    const char* const good = scratch_write("l.csv", "20,0\n20000,0\n");
    TareFitSides sides = {0};
    CHECK(tare_fit_sides_read_apart(&sides, scratch_path("none"), good, NULL, NULL) ==
          TARE_IO_ERROR);
    tare_fit_sides_clear(&sides);
    CHECK(tare_fit_sides_read_apart(&sides, good, scratch_path("none"), NULL, NULL) ==
          TARE_IO_ERROR);
    tare_fit_sides_clear(&sides);
    CHECK(sides.n == 0 && !sides.sides[0].response.points);
}

int main(void)
{
    if (!scratch_make())
        return 1;
    RUN(test_goals);
    RUN(test_the_curve_of_a_goal);
    RUN(test_sides);
    RUN(test_level_between_the_sides);
    RUN(test_sides_that_cannot_be_read);
    return scratch_remove() ? check_done() : 1;
}
