/* What pictures of corrections show. */

#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "helpers/check.h"

#include "base/utf8.h"
#include "corrections/catalogue.h"
#include "curves/curve.h"
#include "picture/picture.h"
#include "picture/plot.h"
#include "picture/plot_data.h"

#include <stdlib.h>

static TareCorrection advice(void)
{
    return (TareCorrection){.entry.id = "a/b",
                            .entry.brand = "A",
                            .entry.model = "B",
                            .entry.kind = TARE_KIND_REVIEW,
                            .set = {.n_bands = 1, .bands = {{TARE_BAND_PEAK, 5500, -6, 8, 0}}}};
}

/** Level of a kind of curve at a frequency; NAN when there is no such curve. */
static double level_db(const TarePlot* plot, TarePlotKind kind, double freq_hz)
{
    size_t at = 0;
    while (at + 1 < plot->n_points && plot->freq_hz[at] < freq_hz)
        ++at;
    for (size_t i = 0; i < plot->n_curves; ++i)
        if (plot->curves[i].kind == kind)
            return plot->curves[i].gain_db[at];
    return (double)NAN;
}

/** Draws a correction whose only evidence states this gain. */
static void check_before(double stated_db, double correction_db, double before_db)
{
    TareEvidence evidence = {.file = "a.md", .note = "half of it", .stated_db = stated_db};
    TareCorrection correction = advice();
    correction.evidence = &evidence;
    correction.n_evidence = 1;
    correction.set.bands[0].gain_db = correction_db;
    TarePicture* picture = tare_picture_new(&correction, TARE_PICTURE_BOTH, 48000.0);
    REQUIRE(picture != NULL);
    const TarePlot* plot = tare_picture_plot(picture);
    CHECK_NEAR(level_db(plot, TARE_PLOT_CORRECTION, 5500), correction_db, 0.1);
    CHECK_NEAR(level_db(plot, TARE_PLOT_BEFORE, 5500), before_db, 0.1);
    CHECK_NEAR(level_db(plot, TARE_PLOT_AFTER, 5500), before_db + correction_db, 0.1);
    tare_picture_free(picture);
}

static void test_before_is_what_the_review_states(void)
{
    check_before(0, -6, 6);
    check_before(-6, -6, 6);
    check_before(-8.4, -4.2, 8.4);
    check_before(-15, -6, 15);
    check_before(9, 4.5, -9);
}

static void test_before_needs_words_for_each_band(void)
{
    TareEvidence evidence[2] = {{.line = 1}, {.line = 2}};
    TareCorrection correction = advice();
    correction.evidence = evidence;
    for (correction.n_evidence = 0; correction.n_evidence <= 2; ++correction.n_evidence) {
        TarePicture* picture = tare_picture_new(&correction, TARE_PICTURE_BOTH, 48000.0);
        REQUIRE(picture != NULL);
        const double before_db = level_db(tare_picture_plot(picture), TARE_PLOT_BEFORE, 5500);
        CHECK(isnan(before_db) == (correction.n_evidence != 1));
        tare_picture_free(picture);
    }
}

static void test_shipped_reviews_have_a_before(void)
{
    char file[1024];
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(file, sizeof file, "%s/presets/catalogue/reviews.tare", source ? source : ".");
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(catalogue && tare_catalogue_add_file(catalogue, file, TARE_READ_ALL, NULL) == TARE_OK);
    CHECK(tare_catalogue_n_corrections(catalogue) > 20);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareCorrection* const correction =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        TarePicture* picture = tare_picture_new(correction, TARE_PICTURE_BOTH, 48000.0);
        REQUIRE(picture != NULL);
        CHECK(!isnan(level_db(tare_picture_plot(picture), TARE_PLOT_BEFORE, 1e3)));
        for (size_t k = 0; k < correction->n_evidence; ++k)
            CHECK(correction->evidence[k].stated_db * correction->set.bands[k].gain_db > 0);
        tare_picture_free(picture);
    }
    tare_catalogue_free(catalogue);
}

static void test_comparison(void)
{
    TareCorrection corrections[3] = {advice(), advice(), advice()};
    char id[] = "a/other", model[] = "C";
    corrections[1].entry.id = id;
    corrections[1].set.bands[0].gain_db = 3;
    corrections[1].set.preamp_db = -9;
    corrections[2].entry.model = model;
    const TareCorrection* const list[] = {&corrections[0], &corrections[1], &corrections[2]};
    TarePicture* picture = tare_picture_new_comparison(list, 3, TARE_PICTURE_BOTH, 48000.0);
    REQUIRE(picture != NULL);
    const TarePlot* plot = tare_picture_plot(picture);
    CHECK(plot->n_curves == 3 && plot->n_marks == 0);
    static const char* const labels[] = {"a/b", "a/other", "A C"};
    for (size_t i = 0; i < 3; ++i) {
        CHECK(plot->curves[i].kind == TARE_PLOT_MODEL);
        CHECK_STR(plot->curves[i].label, labels[i]);
    }
    TarePlot second = *plot;
    second.curves += 1;
    CHECK_NEAR(level_db(plot, TARE_PLOT_MODEL, 5500), -6, 0.1);
    CHECK_NEAR(level_db(&second, TARE_PLOT_MODEL, 5500), 3, 0.1);
    tare_picture_free(picture);
}

/** The mean of a curve over 300 Hz to 3 kHz; the points of a plot are even over log frequency. */
static double mean_db(const TarePlot* plot, size_t index)
{
    double sum_db = 0;
    unsigned n = 0;
    for (size_t i = 0; i < plot->n_points; ++i)
        if (plot->freq_hz[i] >= 300 && plot->freq_hz[i] <= 3000) {
            sum_db += plot->curves[index].gain_db[i];
            ++n;
        }
    return sum_db / n;
}

static void test_compared_levels_are_those_of_voices(void)
{
    TareCorrection corrections[2] = {advice(), advice()};
    corrections[0].set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 5000, 6, 0.7, 0};
    corrections[1].set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, -9, 0.5, 0};
    const TareCorrection* const list[] = {&corrections[0], &corrections[1]};
    TarePicture* picture = tare_picture_new_comparison(list, 2, TARE_PICTURE_BOTH, 48000.0);
    REQUIRE(picture != NULL);
    const TarePlot* plot = tare_picture_plot(picture);
    CHECK_NEAR(mean_db(plot, 0), 0, 1e-9);
    CHECK_NEAR(mean_db(plot, 1), 0, 1e-9);
    CHECK_NEAR(level_db(plot, TARE_PLOT_MODEL, 30) - level_db(plot, TARE_PLOT_MODEL, 15000), 6,
               0.3);
    tare_picture_free(picture);
}

static void test_a_wish_and_what_comes_near_have_one_level(void)
{
    TareCorrection correction = advice();
    correction.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 5000, 3, 0.7, 0};
    TareCurvePoint points[] = {{20, 9}, {20000, 9 - 3 * log2(1000)}}; /* falls 3 dB an octave */
    const TareCurve wish = {points, 2};
    TarePicture* picture = tare_picture_new_wish(&correction, &wish, 48000.0);
    REQUIRE(picture != NULL);
    const TarePlot* plot = tare_picture_plot(picture);
    CHECK(plot->n_curves == 2);
    CHECK_NEAR(mean_db(plot, 0), 0, 1e-9);
    CHECK_NEAR(mean_db(plot, 1), 0, 1e-9);
    CHECK_NEAR(level_db(plot, TARE_PLOT_TARGET, 100) - level_db(plot, TARE_PLOT_TARGET, 200), 3,
               0.05);
    CHECK_NEAR(level_db(plot, TARE_PLOT_CORRECTION, 30) -
                   level_db(plot, TARE_PLOT_CORRECTION, 19000),
               3, 0.2);
    tare_picture_free(picture);
}

static void test_measured_headphones_are_drawn_raw_corrected_and_beside_their_target(void)
{
    TareCorrection correction = advice();
    correction.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 100, 6, 0.7, 0};
    correction.set.preamp_db = -6;
    TareCurvePoint points[] = {{20, 90}, {20000, 90 - log2(1000)}}; /* falls 1 dB an octave */
    TareCurvePoint flat = {1000, 7};
    const TareCurve response = {points, 2}, target = {&flat, 1};
    for (size_t n_curves = 2; n_curves <= 3; ++n_curves) {
        const TarePictureSound sound = {
            .responses = &response, .n_responses = 1, .target = n_curves == 3 ? &target : NULL};
        TarePicture* picture =
            tare_picture_new_sound(&correction, &sound, TARE_PICTURE_BOTH, 48000.0);
        REQUIRE(picture != NULL);
        const TarePlot* plot = tare_picture_plot(picture);
        CHECK(plot->n_curves == n_curves && plot->n_marks == 0 && plot->range_db == 20);
        for (size_t i = 0; i < plot->n_curves; ++i)
            CHECK(fabs(mean_db(plot, i)) < 1e-9 && plot->curves[i].label != NULL);
        CHECK_NEAR(level_db(plot, TARE_PLOT_MEASURED, 950), 0, 0.1);
        CHECK_NEAR(level_db(plot, TARE_PLOT_MEASURED, 59), 4, 0.1);
        CHECK_NEAR(level_db(plot, TARE_PLOT_AFTER, 20) - level_db(plot, TARE_PLOT_MEASURED, 20), 6,
                   0.3);
        CHECK(isnan(level_db(plot, TARE_PLOT_TARGET, 50)) == (n_curves == 2));
        tare_picture_set_range(picture, 12);
        CHECK(plot->range_db == 12);
        tare_picture_free(picture);
    }
    tare_picture_set_range(NULL, 12);
}

/** The curve of a kind and a side; NULL when there is none. */
static const TarePlotCurve* curve_of(const TarePlot* plot, TarePlotKind kind, bool is_right)
{
    for (size_t i = 0; i < plot->n_curves; ++i)
        if (plot->curves[i].kind == kind && plot->curves[i].is_right == is_right)
            return &plot->curves[i];
    return NULL;
}

static void test_sides_that_differ_are_drawn_apart_and_named(void)
{
    TareCorrection correction = advice();
    correction.set.n_bands = 2;
    correction.set.bands[0].channel = TARE_CHANNEL_LEFT;
    correction.set.bands[1] = (TareBand){TARE_BAND_PEAK, 1000, 4, 1, TARE_CHANNEL_RIGHT};
    TareCurvePoint left = {1000, 5}, right = {1000, 1};
    const TareCurve responses[] = {{&left, 1}, {&right, 1}};
    const TarePictureSound sound = {.responses = responses, .n_responses = 2};
    static const struct {
        TarePictureSide side;
        bool is_measured;
        size_t n_curves;
        const char* labels[4];
    } cases[] = {
        {TARE_PICTURE_BOTH,
         true,
         4,
         {"raw, left", "raw, right", "corrected, left", "corrected, right"}},
        {TARE_PICTURE_RIGHT, true, 2, {"raw", "corrected"}},
        {TARE_PICTURE_BOTH, false, 4, {"bands", NULL, "correction, left", "correction, right"}},
        {TARE_PICTURE_LEFT, false, 2, {NULL, "correction"}},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; ++k) {
        TarePicture* picture =
            cases[k].is_measured
                ? tare_picture_new_sound(&correction, &sound, cases[k].side, 48000.0)
                : tare_picture_new(&correction, cases[k].side, 48000.0);
        REQUIRE(picture != NULL);
        const TarePlot* plot = tare_picture_plot(picture);
        CHECK(plot->n_curves == cases[k].n_curves);
        for (size_t i = 0; i < plot->n_curves; ++i)
            if (cases[k].labels[i])
                CHECK_STR(plot->curves[i].label, cases[k].labels[i]);
        const bool is_one = cases[k].side != TARE_PICTURE_BOTH;
        CHECK((strstr(plot->subtitle, " side") != NULL) == is_one);
        if (!is_one && cases[k].is_measured) /* how loud one is beside the other is seen */
            CHECK_NEAR(curve_of(plot, TARE_PLOT_MEASURED, false)->gain_db[0] -
                           curve_of(plot, TARE_PLOT_MEASURED, true)->gain_db[0],
                       4, 1e-9);
        tare_picture_free(picture);
    }
}

static void test_curves_end_where_nothing_was_measured(void)
{
    const TareCorrection correction = advice();
    TareCurvePoint points[] = {{100, 0}, {8000, 3}}, ends[] = {{20, 0}, {20000, 6}};
    const TareCurve responses[] = {{points, 2}, {ends, 2}};
    for (int is_whole = 0; is_whole < 2; ++is_whole) {
        const TarePictureSound sound = {.responses = &responses[is_whole], .n_responses = 1};
        TarePicture* picture =
            tare_picture_new_sound(&correction, &sound, TARE_PICTURE_BOTH, 48000.0);
        REQUIRE(picture != NULL);
        const TarePlot* plot = tare_picture_plot(picture);
        for (size_t i = 0; i < plot->n_curves; ++i) {
            const double from_hz = plot->freq_hz[plot->curves[i].begin];
            const double to_hz = plot->freq_hz[plot->curves[i].end - 1];
            CHECK(is_whole
                      ? from_hz == 20 && to_hz > 19999
                      : from_hz >= 99.9999 && from_hz < 101 && to_hz > 7900 && to_hz < 8000.01);
        }
        tare_picture_free(picture);
    }
}

static void test_targets_have_no_corners(void)
{
    const TareCorrection correction = advice();
    TareCurvePoint flat = {1000, 0};
    TareCurvePoint kink[] = {{20, 0}, {1000, 0}, {16000, 40}, {20000, 40}}; /* 10 dB an octave */
    const TareCurve response = {&flat, 1}, target = {kink, 4};
    const TarePictureSound sound = {.responses = &response, .n_responses = 1, .target = &target};
    TarePicture* picture = tare_picture_new_sound(&correction, &sound, TARE_PICTURE_BOTH, 48000.0);
    REQUIRE(picture != NULL);
    const TarePlot* plot = tare_picture_plot(picture);
    const double low_db = level_db(plot, TARE_PLOT_TARGET, 100);
    CHECK_NEAR(level_db(plot, TARE_PLOT_TARGET, 1000) - low_db, 10.0 / 8 / 6, 0.05);
    CHECK_NEAR(level_db(plot, TARE_PLOT_TARGET, 800) - low_db, 0, 1e-9);
    CHECK_NEAR(level_db(plot, TARE_PLOT_TARGET, 4000) - low_db, 20, 0.1);
    tare_picture_free(picture);
}

static void test_persons_span_an_area(void)
{
    const TareCorrection correction = advice();
    TareCurvePoint points[3][2];
    TareCurve measured[3];
    for (int i = 0; i < 3; ++i) { /* -1, 0 and 1 dB an octave, at levels that say nothing */
        points[i][0] = (TareCurvePoint){20, 70 + 5 * i};
        points[i][1] = (TareCurvePoint){20000, 70 + 5 * i + (i - 1) * log2(1000)};
        measured[i] = (TareCurve){points[i], 2};
    }
    TarePictureSound sound = {.responses = measured,
                              .n_responses = 1,
                              .person = "Anna",
                              .measured = measured,
                              .persons = "Anna, Ben and Carl"};
    for (sound.n_persons = 0; sound.n_persons <= 3; ++sound.n_persons) {
        TarePicture* picture =
            tare_picture_new_sound(&correction, &sound, TARE_PICTURE_BOTH, 48000.0);
        REQUIRE(picture != NULL);
        const TarePlot* plot = tare_picture_plot(picture);
        const TarePlotCurve* const area = curve_of(plot, TARE_PLOT_SPREAD, false);
        CHECK((area != NULL) == (sound.n_persons > 1));
        CHECK_STR(curve_of(plot, TARE_PLOT_MEASURED, false)->label, "raw, by Anna");
        if (area) {
            CHECK_STR(area->label, "as Anna, Ben and Carl measured it");
            const double octaves = log2(950 / 20.0); /* the middle of 300 Hz to 3 kHz */
            CHECK_NEAR(area->gain_db[0], octaves, 0.05);
            CHECK_NEAR(area->lowest_db[0], sound.n_persons == 3 ? -octaves : 0, 0.05);
        }
        tare_picture_free(picture);
    }
}

static void test_long_words_stay_characters(void)
{
    char text[2001];
    for (size_t shift = 0; shift < 2; ++shift) {
        for (size_t i = 0; i + 2 < sizeof text; i += 2)
            memcpy(text + i, "\xC3\xA9", 3);
        char brand[2002];
        snprintf(brand, sizeof brand, "%s%s", shift ? "x" : "", text);
        TareEvidence evidence = {.file = brand, .text = brand};
        TareCorrection correction = advice();
        correction.entry.brand = correction.entry.author = brand;
        correction.evidence = &evidence;
        correction.n_evidence = 1;
        TarePicture* picture = tare_picture_new(&correction, TARE_PICTURE_BOTH, 48000.0);
        REQUIRE(picture != NULL);
        const TarePlot* plot = tare_picture_plot(picture);
        const char* const words[] = {plot->title, plot->subtitle, plot->footnote};
        for (size_t i = 0; i < 3; ++i)
            CHECK(strlen(words[i]) > 200 && tare_utf8_is_valid(words[i], strlen(words[i]), NULL));
        tare_picture_free(picture);
    }
}

int main(void)
{
    RUN(test_before_is_what_the_review_states);
    RUN(test_before_needs_words_for_each_band);
    RUN(test_shipped_reviews_have_a_before);
    RUN(test_comparison);
    RUN(test_compared_levels_are_those_of_voices);
    RUN(test_a_wish_and_what_comes_near_have_one_level);
    RUN(test_measured_headphones_are_drawn_raw_corrected_and_beside_their_target);
    RUN(test_sides_that_differ_are_drawn_apart_and_named);
    RUN(test_curves_end_where_nothing_was_measured);
    RUN(test_targets_have_no_corners);
    RUN(test_persons_span_an_area);
    RUN(test_long_words_stay_characters);
    return check_done();
}
