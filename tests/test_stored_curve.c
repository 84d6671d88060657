#include "base/text.h"
#include "curves/curve.h"
#include "curves/stored_curve.h"
#include "helpers/check.h"
#include "helpers/headphones.h"

#include <string.h>

static void test_curves_come_back_within_a_tenth(void)
{
    size_t n_bytes = 0;
    for (size_t i = 0; i < N_HEADPHONES; ++i) {
        TareCurve response, target, stored;
        TareText text = {0};
        REQUIRE(headphones_read(i, &response, &target));
        REQUIRE(tare_stored_curve_write(&text, &response) && !text.failed);
        REQUIRE(tare_stored_curve_read(&stored, text.data));
        for (int k = 0; k <= 478; ++k) {
            const double f = 20 * exp2(k / 48.0);
            CHECK_NEAR(tare_curve_level_db(&stored, f), tare_curve_level_db(&response, f), 0.0701);
        }
        n_bytes += text.length;
        tare_text_clear(&text);
        tare_curve_clear(&stored);
        tare_curve_clear(&response);
        tare_curve_clear(&target);
    }
    fprintf(stderr, "%zu bytes a curve\n", n_bytes / N_HEADPHONES);
    CHECK(n_bytes / N_HEADPHONES < 700);
}

static void test_what_is_stored_is_stored_the_same_again(void)
{
    TareCurve response, target, stored;
    TareText once = {0}, twice = {0};
    REQUIRE(headphones_read(0, &response, &target));
    CHECK(tare_stored_curve_write(&once, &response));
    REQUIRE(tare_stored_curve_read(&stored, once.data));
    CHECK(tare_stored_curve_write(&twice, &stored));
    TareCurve again;
    REQUIRE(tare_stored_curve_read(&again, twice.data));
    CHECK(again.n <= stored.n);
    tare_text_clear(&once);
    tare_text_clear(&twice);
    tare_curve_clear(&again);
    tare_curve_clear(&stored);
    tare_curve_clear(&response);
    tare_curve_clear(&target);
}

static void test_a_line_is_read_as_it_says(void)
{
    TareCurve curve;
    REQUIRE(tare_stored_curve_read(&curve, "-21 48:-4 336:0 47:7 47:-1"));
    CHECK(curve.n == 5);
    CHECK_NEAR(curve.points[1].freq_hz, 40, 1e-9);
    CHECK_NEAR(curve.points[1].level_db, -2.5, 1e-12);
    CHECK_NEAR(curve.points[3].level_db, -1.8, 1e-12);
    CHECK_NEAR(curve.points[4].freq_hz, 19897, 1);
    tare_curve_clear(&curve);
}

static void test_what_was_not_measured_is_not_stored(void)
{
    static const struct {
        double from_hz, to_hz;
        bool begins, ends; ///< as a whole curve does
    } cases[] = {{20, 20000, true, true},  {24, 16500, true, true},   {30, 20000, false, true},
                 {20, 15000, true, false}, {300, 5000, false, false}, {1000, 1010, false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        const double from_hz = cases[i].from_hz, to_hz = cases[i].to_hz;
        TareCurve curve = {0}, stored;
        TareText text = {0};
        REQUIRE(tare_curve_append(&curve, from_hz, 3) && tare_curve_append(&curve, to_hz, -3));
        REQUIRE(tare_stored_curve_write(&text, &curve) && !text.failed);
        CHECK((strchr(text.data, '@') == NULL) == (cases[i].begins && cases[i].ends));
        REQUIRE(tare_stored_curve_read(&stored, text.data));
        const double first_hz = stored.points[0].freq_hz;
        const double last_hz = stored.points[stored.n - 1].freq_hz;
        CHECK(cases[i].begins ? first_hz == 20 : first_hz >= from_hz && first_hz < 1.015 * from_hz);
        CHECK(cases[i].ends ? last_hz > 19800 : last_hz <= to_hz || stored.n == 1);
        CHECK_NEAR(tare_curve_level_db(&stored, first_hz), tare_curve_level_db(&curve, first_hz),
                   0.0701);
        tare_curve_clear(&stored);
        tare_curve_clear(&curve);
        tare_text_clear(&text);
    }
}

static void test_other_texts_are_none(void)
{
    static const char* const texts[] = {"",
                                        "-",
                                        "a",
                                        "0",
                                        "0 ",
                                        "0 478:",
                                        "0 478:0 1",
                                        "0 477:0",
                                        "0 0:0 478:0",
                                        "0 -1:0",
                                        "0  478:0",
                                        "0,478:0",
                                        "10-5@0",
                                        "0-479@0 479:0",
                                        "0-@0",
                                        "-1-5@0 6:0",
                                        "0-5@0 6:0",
                                        "0-5@0 4:0",
                                        "5@0",
                                        "0-5@",
                                        "0-5@ 0 5:0",
                                        "0 478:x",
                                        "0 478:1x",
                                        "2001 478:0",
                                        "0 478:2001",
                                        "0 478:123456",
                                        "+1 478:0"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
        TareCurve curve;
        const bool is_read = tare_stored_curve_read(&curve, texts[i]);
        if (is_read)
            fprintf(stderr, "read: '%s'\n", texts[i]);
        CHECK(!is_read && !curve.points && !curve.n);
    }
    TareCurve curve;
    CHECK(tare_stored_curve_read(&curve, "0 478:0"));
    tare_curve_clear(&curve);
}

static void test_what_is_too_loud_is_not_stored(void)
{
    TareCurve curve = {0};
    TareText text = {0};
    REQUIRE(tare_curve_append(&curve, 20, 0) && tare_curve_append(&curve, 20000, 300));
    CHECK(!tare_stored_curve_write(&text, &curve));
    tare_text_clear(&text);
    tare_curve_clear(&curve);
}

int main(void)
{
    RUN(test_curves_come_back_within_a_tenth);
    RUN(test_what_is_stored_is_stored_the_same_again);
    RUN(test_a_line_is_read_as_it_says);
    RUN(test_what_was_not_measured_is_not_stored);
    RUN(test_other_texts_are_none);
    RUN(test_what_is_too_loud_is_not_stored);
    return check_done();
}
