/* Curves as they are drawn. */

#include "base/text.h"
#include "curves/curve.h"
#include "curves/smooth.h"
#include "curves/stored_curve.h"
#include "helpers/check.h"
#include "helpers/headphones.h"

#include <math.h>

static TareCurve make(size_t n, const TareCurvePoint* points)
{
    TareCurve curve = {0};
    for (size_t i = 0; i < n; ++i)
        CHECK(tare_curve_append(&curve, points[i].freq_hz, points[i].level_db));
    return curve;
}

static void test_it_goes_through_all_points_without_corners(void)
{
    TareCurve curve =
        make(6, (TareCurvePoint[]){{20, 0}, {40, 1.5}, {80, 3.5}, {100, 4}, {400, 4}, {800, 3.5}});
    for (size_t i = 0; i < curve.n; ++i) {
        const double f = curve.points[i].freq_hz;
        CHECK_NEAR(tare_smooth_level_db(&curve, f), curve.points[i].level_db, 1e-12);
        if (i == 0 || i + 1 == curve.n)
            continue;
        const double below =
            (tare_smooth_level_db(&curve, f) - tare_smooth_level_db(&curve, f / 1.0001));
        const double above =
            (tare_smooth_level_db(&curve, f * 1.0001) - tare_smooth_level_db(&curve, f));
        CHECK_NEAR(below, above, 2e-5);
    }
    CHECK(tare_smooth_level_db(&curve, 1) == 0 && tare_smooth_level_db(&curve, 1e6) == 3.5);
    tare_curve_clear(&curve);
}

static void test_it_rises_and_falls_only_where_the_points_do(void)
{
    TareCurve curve =
        make(6, (TareCurvePoint[]){{20, 0}, {80, 3}, {100, 9}, {400, 9}, {1600, -4}, {20000, -5}});
    for (double f = 20; f < 19800; f *= 1.01) {
        const double rise =
            tare_smooth_level_db(&curve, f * 1.01) - tare_smooth_level_db(&curve, f);
        CHECK(f * 1.01 <= 100 ? rise > 0 : f >= 400 ? rise < 0 : rise > -1e-9 || f * 1.01 > 400);
        CHECK(f < 100 || f * 1.01 > 400 || fabs(rise) < 1e-12);
    }
    tare_curve_clear(&curve);
}

static void test_few_and_close_points(void)
{
    TareCurve one = make(1, (TareCurvePoint[]){{1000, 5}});
    CHECK(tare_smooth_level_db(&one, 20) == 5 && tare_smooth_level_db(&one, 5000) == 5);
    TareCurve two = make(2, (TareCurvePoint[]){{100, 0}, {400, 4}});
    CHECK_NEAR(tare_smooth_level_db(&two, 200), 2, 1e-12);
    TareCurve close = make(3, (TareCurvePoint[]){{100, 1}, {1000, 1}, {nextafter(1000, 2000), 2}});
    CHECK(tare_smooth_level_db(&close, 999) < 1.01 && tare_smooth_level_db(&close, 1001) == 2);
    tare_curve_clear(&one);
    tare_curve_clear(&two);
    tare_curve_clear(&close);
}

static void test_what_is_stored_is_drawn_as_it_was_measured(void)
{
    for (size_t i = 0; i < N_HEADPHONES; ++i) {
        TareCurve response, target, stored;
        TareText text = {0};
        double squares = 0;
        REQUIRE(headphones_read(i, &response, &target));
        REQUIRE(tare_stored_curve_write(&text, &response) && !text.failed);
        REQUIRE(tare_stored_curve_read(&stored, text.data));
        for (int k = 0; k <= 478; ++k) {
            const double f = 20 * exp2(k / 48.0);
            const double off_db =
                tare_smooth_level_db(&stored, f) - tare_curve_level_db(&response, f);
            CHECK_NEAR(off_db, 0, 0.28);
            squares += off_db * off_db;
        }
        CHECK(sqrt(squares / 479) < 0.1);
        tare_text_clear(&text);
        tare_curve_clear(&stored);
        tare_curve_clear(&response);
        tare_curve_clear(&target);
    }
}

int main(void)
{
    RUN(test_it_goes_through_all_points_without_corners);
    RUN(test_it_rises_and_falls_only_where_the_points_do);
    RUN(test_few_and_close_points);
    RUN(test_what_is_stored_is_drawn_as_it_was_measured);
    return check_done();
}
