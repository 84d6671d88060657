#include "curves/curve.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"

static TareCurve make(size_t n, const TareCurvePoint* points)
{
    TareCurve curve = {0};
    for (size_t i = 0; i < n; ++i)
        tare_curve_append(&curve, points[i].freq_hz, points[i].level_db);
    tare_curve_arrange(&curve);
    return curve;
}

static void test_levels_are_linear_over_log_frequency(void)
{
    TareCurve curve = make(3, (TareCurvePoint[]){{100, 0}, {1000, 10}, {4000, -2}});
    CHECK(tare_curve_level_db(&curve, 1) == 0 && tare_curve_level_db(&curve, 100) == 0);
    CHECK(tare_curve_level_db(&curve, 1000) == 10);
    CHECK(tare_curve_level_db(&curve, 4000) == -2 && tare_curve_level_db(&curve, 1e9) == -2);
    CHECK_NEAR(tare_curve_level_db(&curve, sqrt(1e5)), 5.0, 1e-12);
    CHECK_NEAR(tare_curve_level_db(&curve, 2000), 4.0, 1e-12);
    tare_curve_clear(&curve);
    TareCurve close = make(2, (TareCurvePoint[]){{1000, 1}, {nextafter(1000, 2000), 2}});
    CHECK(tare_curve_level_db(&close, 1000) == 1 && tare_curve_level_db(&close, 1001) == 2);
    tare_curve_clear(&close);
}

static void test_equal_frequencies_become_one(void)
{
    TareCurve curve = {0};
    const double levels[] = {0.1, 0.7, -0.3, 1e5, 0.2};
    for (size_t i = 0; i < 5; ++i) {
        CHECK(tare_curve_append(&curve, 1000, levels[i]));
        CHECK(tare_curve_append(&curve, i % 2 ? 20 : 50, 1));
    }
    CHECK(tare_curve_arrange(&curve) == 7);
    REQUIRE(curve.n == 3);
    CHECK(curve.points[0].freq_hz == 20 && curve.points[1].freq_hz == 50);
    CHECK_NEAR(curve.points[2].level_db, (0.1 + 0.7 - 0.3 + 1e5 + 0.2) / 5, 1e-10);
    TareCurve reversed = {0};
    for (size_t i = 5; i-- > 0;)
        tare_curve_append(&reversed, 1000, levels[i]);
    tare_curve_arrange(&reversed);
    CHECK(reversed.points[0].level_db == curve.points[2].level_db);
    tare_curve_clear(&reversed);
    tare_curve_clear(&curve);
    CHECK(!curve.points && !curve.n);
}

static void test_mean_and_difference_have_all_frequencies(void)
{
    TareCurve curves[2] = {make(3, (TareCurvePoint[]){{100, 2}, {1000, 4}, {10000, 6}}),
                           make(2, (TareCurvePoint[]){{1000, 0}, {4000, 8}})};
    TareCurve result = {0};
    REQUIRE(tare_curve_mean(&result, curves, 2));
    REQUIRE(result.n == 4);
    CHECK(result.points[0].level_db == 1 && result.points[1].level_db == 2);
    CHECK(result.points[2].freq_hz == 4000 && result.points[3].level_db == 7);
    for (double f = 50; f < 20000; f *= 1.1)
        CHECK_NEAR(tare_curve_level_db(&result, f),
                   (tare_curve_level_db(&curves[0], f) + tare_curve_level_db(&curves[1], f)) / 2,
                   1e-12);
    REQUIRE(tare_curve_difference(&result, &curves[0], &curves[1]));
    CHECK(result.n == 4 && result.points[0].level_db == 2 && result.points[3].level_db == -2);
    tare_curve_clear(&result);
    tare_curve_clear(&curves[0]);
    tare_curve_clear(&curves[1]);
}

static void test_mean_survives_failed_allocations(void)
{
    TareCurve curves[2] = {make(2, (TareCurvePoint[]){{100, 2}, {1000, 4}}),
                           make(2, (TareCurvePoint[]){{200, 2}, {1000, 4}})};
    TareCurve mean = {0};
    failing_malloc_start(1);
    const bool is_made = tare_curve_mean(&mean, curves, 2);
    CHECK(failing_malloc_stop() == 1 && !is_made && !mean.points && !mean.n);
    tare_curve_clear(&curves[0]);
    tare_curve_clear(&curves[1]);
}

int main(void)
{
    RUN(test_levels_are_linear_over_log_frequency);
    RUN(test_equal_frequencies_become_one);
    RUN(test_mean_and_difference_have_all_frequencies);
    RUN(test_mean_survives_failed_allocations);
    return check_done();
}
