#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/curve.h"
#include "fakes/failing_malloc.h"
#include "fit/own_measure.h"
#include "fit/shelves.h"
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

static void test_the_largest_shelf(void)
{
    const TareBandSet set = {.n_bands = 3,
                             .bands = {{TARE_BAND_LOW_SHELF, 100, -12, 0.7, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_HIGH_SHELF, 9000, 5, 0.7, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_PEAK, 900, 20, 0.7, TARE_CHANNEL_BOTH}}};
    const TareBandSet none = {0};
    CHECK_NEAR(tare_shelves_most_db(&set), -12, 0);
    CHECK_NEAR(tare_shelves_most_db(&none), 0, 0);
}

int main(void)
{
    RUN(test_it_says_what_is_known);
    RUN(test_what_moved_is_told);
    RUN(test_what_is_too_loud_is_not_kept);
    RUN(test_short_memory_is_told);
    RUN(test_the_largest_shelf);
    return check_done();
}
