#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/curve.h"
#include "fakes/failing_malloc.h"
#include "fit/ends.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/own_measure.h"
#include "fit/stored_fit.h"
#include "helpers/check.h"

static TareCurve curve_of(double bass_db, double level_db)
{
    TareCurve curve = {0};
    CHECK(tare_curve_append(&curve, 20, bass_db + level_db) &&
          tare_curve_append(&curve, 200, bass_db + level_db) &&
          tare_curve_append(&curve, 300, level_db) && tare_curve_append(&curve, 20000, level_db));
    return curve;
}

static const TareOwnMeasure measure = {.name = "Acme One 2",
                                       .file = "one.csv",
                                       .rig = "gras",
                                       .target = "harman-over-ear-2018",
                                       .form = TARE_FORM_OVER_EAR};

static TareCorrection measured(double bass_db, double level_db)
{
    TareCorrection correction;
    TareCurve curve = curve_of(bass_db, level_db);
    CHECK(tare_own_measure(&correction, &measure, &curve) == TARE_OWN_MEASURE_MADE);
    tare_curve_clear(&curve);
    return correction;
}

static void test_it_says_what_is_known(void)
{
    TareCorrection c = measured(3, 0);
    CHECK_STR(c.entry.id, "acme-one-2/measured");
    CHECK_STR(c.entry.brand, "Acme");
    CHECK_STR(c.entry.rig, "gras");
    CHECK(c.entry.kind == TARE_KIND_USER && c.entry.form == TARE_FORM_OVER_EAR);
    CHECK(c.entry.aim == tare_aim_find("harman-over-ear-2018") && c.set.n_bands == 0);
    CHECK(c.n_evidence == 1 && c.evidence[0].curve);
    tare_correction_clear(&c);
}

static void test_what_moved_is_told(void)
{
    TareCorrection a = measured(3, 0), b = measured(3, 5), c = measured(5, 0);
    CHECK_NEAR(tare_own_measure_moved_db(&a, &b), 0, 0.01); /* a level is no shape */
    CHECK(tare_own_measure_moved_db(&a, &c) > 1);
    tare_evidence_clear(&c.evidence[0]);
    CHECK(tare_own_measure_moved_db(&a, &c) < 0);
    tare_correction_clear(&a);
    tare_correction_clear(&b);
    tare_correction_clear(&c);
}

static void test_what_is_too_loud_is_not_kept(void)
{
    TareCorrection correction;
    TareCurve curve = curve_of(400, 0);
    CHECK(tare_own_measure(&correction, &measure, &curve) == TARE_OWN_MEASURE_TOO_LOUD);
    CHECK(!correction.entry.id && !correction.evidence);
    tare_curve_clear(&curve);
}

static void test_short_memory_is_told(void)
{
    TareCurve curve = curve_of(3, 0);
    for (unsigned n = 1;; ++n) {
        TareCorrection correction;
        failing_malloc_start(n);
        const TareOwnMeasured made = tare_own_measure(&correction, &measure, &curve);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((made == TARE_OWN_MEASURE_MADE) == (n_asked < n));
        tare_correction_clear(&correction);
        if (n_asked < n)
            break;
    }
    tare_curve_clear(&curve);
}

static void test_a_target_of_ones_own_is_kept_with_it(void)
{
    TareCurve curve = curve_of(3, 0), target = curve_of(6, 80);
    TareOwnMeasure with = measure;
    TareCorrection c, same, other;
    TareFitGoal goal;
    with.target = "flat.txt";
    with.target_curve = &target;
    CHECK(tare_own_measure(&c, &with, &curve) == TARE_OWN_MEASURE_MADE);
    CHECK(tare_own_measure(&same, &with, &curve) == TARE_OWN_MEASURE_MADE);
    target.points[0].level_db += 1;
    CHECK(tare_own_measure(&other, &with, &curve) == TARE_OWN_MEASURE_MADE);
    CHECK(!c.entry.aim && c.n_evidence == 2 && !strcmp(c.entry.target, "flat.txt"));
    CHECK(tare_known_sound_curve(&c) == c.evidence[0].curve);
    CHECK(tare_known_sound_own_target(&c) == c.evidence[1].curve);
    CHECK(tare_own_measure_is_still(&c, &same) && !tare_own_measure_is_still(&c, &other));
    REQUIRE(tare_stored_fit_goal(&goal, &c));
    CHECK(!goal.built_in && !strcmp(goal.name, "flat.txt"));
    CHECK_NEAR(tare_curve_level_db(&goal.curve, 100), 86, 0.06);
    tare_fit_goal_clear(&goal);
    tare_correction_clear(&c);
    tare_correction_clear(&same);
    tare_correction_clear(&other);
    tare_curve_clear(&curve);
    tare_curve_clear(&target);
}

/** Beyond where it was measured a curve that goes on alike is another one. */
static void test_a_part_is_not_the_whole(void)
{
    TareCurve whole = {0}, part = {0};
    TareCorrection a, b;
    CHECK(tare_curve_append(&whole, 20, 3) && tare_curve_append(&whole, 20000, 3));
    CHECK(tare_curve_append(&part, 100, 3) && tare_curve_append(&part, 20000, 3));
    CHECK(tare_own_measure(&a, &measure, &whole) == TARE_OWN_MEASURE_MADE);
    CHECK(tare_own_measure(&b, &measure, &part) == TARE_OWN_MEASURE_MADE);
    CHECK(tare_own_measure_moved_db(&a, &b) < 0.1);
    CHECK(!tare_own_measure_is_still(&a, &b) && tare_own_measure_is_still(&b, &b));
    tare_correction_clear(&a);
    tare_correction_clear(&b);
    tare_curve_clear(&whole);
    tare_curve_clear(&part);
}

static void test_a_brand_may_have_several_words(void)
{
    TareCurve curve = curve_of(3, 0);
    TareOwnMeasure of = measure;
    TareCorrection c;
    of.brand = "Acme Audio";
    of.name = "Acme Audio One";
    CHECK(tare_own_measure(&c, &of, &curve) == TARE_OWN_MEASURE_MADE);
    CHECK_STR(c.entry.brand, "Acme Audio");
    CHECK_STR(c.entry.model, "One");
    CHECK_STR(c.entry.id, "acme-audio-one/measured");
    tare_correction_clear(&c);
    tare_curve_clear(&curve);
}

static void test_all_bands_together_count_at_the_ends(void)
{
    const TareBandSet cut = {.n_bands = 1,
                             .bands = {{TARE_BAND_LOW_SHELF, 150, -12, 0.7, TARE_CHANNEL_BOTH}}};
    const TareBandSet opposed = {
        .n_bands = 3,
        .bands = {{TARE_BAND_LOW_SHELF, 150, 12, 0.7, TARE_CHANNEL_BOTH},
                  {TARE_BAND_LOW_SHELF, 150, -10, 0.7, TARE_CHANNEL_BOTH},
                  {TARE_BAND_HIGH_SHELF, 3000, 6, 0.7, TARE_CHANNEL_BOTH}}};
    CHECK_NEAR(tare_fit_ends_of_bands(&cut).bass_db, -11.6, 0.2);
    CHECK_NEAR(tare_fit_ends_of_bands(&opposed).bass_db, 1.5, 0.1);
    CHECK(tare_fit_ends_of_bands(&opposed).treble_db > 2);
}

static void test_what_is_missing_at_the_ends_is_found_where_it_was_measured(void)
{
    const TareFitGoal flat = {.built_in = tare_target_find("flat")};
    TareCurve curve = curve_of(-18, 90), cut = {0};
    TareFitEnds missing;
    CHECK(tare_fit_ends_missing(&missing, &curve, &flat));
    CHECK_NEAR(missing.bass_db, 18, 0.3);
    CHECK_NEAR(missing.treble_db, 0, 0.3);
    CHECK(tare_curve_append(&cut, 200, -20) && tare_curve_append(&cut, 300, 0) &&
          tare_curve_append(&cut, 9000, -20));
    CHECK(tare_fit_ends_missing(&missing, &cut, &flat));
    CHECK(missing.bass_db == 0 && missing.treble_db == 0);
    tare_curve_clear(&curve);
    tare_curve_clear(&cut);
}

int main(void)
{
    RUN(test_it_says_what_is_known);
    RUN(test_what_moved_is_told);
    RUN(test_what_is_too_loud_is_not_kept);
    RUN(test_short_memory_is_told);
    RUN(test_a_target_of_ones_own_is_kept_with_it);
    RUN(test_a_part_is_not_the_whole);
    RUN(test_a_brand_may_have_several_words);
    RUN(test_all_bands_together_count_at_the_ends);
    RUN(test_what_is_missing_at_the_ends_is_found_where_it_was_measured);
    return check_done();
}
