#include "curves/targets.h"
#include "helpers/check.h"
#include "helpers/headphones.h"

/** What was promised of every target. */
#define MAX_RMS_DB 0.25
#define MAX_DB 1.0
#define MAX_TOP_RMS_DB 1.0

/* The published curve of each, in targets.csv, and the bass it is told to have. */
static const struct {
    const char* name;
    const char* column;
    double bass_db; ///< on top of the target's own
} published[] = {
    {"harman-over-ear-2018", "autoeq/Harman over-ear 2018", 0},
    {"harman-over-ear-2018", "autoeq/Harman over-ear 2018 without bass", -6},
    {"harman-over-ear-2018", "used/gras-over-ear", 0},
    {"harman-over-ear-2018-hms", "used/hms-over-ear", 0},
    {"harman-in-ear-2019", "autoeq/Harman in-ear 2019", 0},
    {"harman-in-ear-2019", "autoeq/Harman in-ear 2019 without bass", -9},
    {"harman-in-ear-2019-hms", "autoeq/HMS II.3 Harman in-ear 2019 without bass", -9},
    {"autoeq-in-ear", "used/gras-in-ear", 0},
    {"autoeq-in-ear-hms", "used/hms-in-ear", 0},
    {"autoeq-earbud", "used/gras-earbud", 0},
    {"autoeq-earbud-hms", "used/hms-earbud", 0},
    {"diffuse-field", "autoeq/Diffuse field GRAS KEMAR", 0},
    {"diffuse-field-5128", "autoeq/Diffuse field 5128", 0},
};

static void check_deviation(const TareTarget* target, const TareCurve* curve, double bass_db,
                            const char* column)
{
    double sum = 0, top_sum = 0, max_db = 0;
    int n = 0, n_top = 0;
    const double offset_db =
        tare_target_level_db(target, 1000, bass_db, 0) - tare_curve_level_db(curve, 1000);
    for (int k = 0; k < 479; ++k) { /* 20 Hz to 19.93 kHz, 48 a octave */
        const double f = 20.0 * exp2(k / 48.0);
        const double off_db =
            tare_target_level_db(target, f, bass_db, 0) - tare_curve_level_db(curve, f) - offset_db;
        if (f <= 10000) {
            sum += off_db * off_db;
            max_db = fmax(max_db, fabs(off_db));
            ++n;
        } else {
            top_sum += off_db * off_db;
            ++n_top;
        }
    }
    fprintf(stderr, "%-26s RMS %.3f, at most %.3f, above 10 kHz %.3f dB (%s)\n", target->name,
            sqrt(sum / n), max_db, sqrt(top_sum / n_top), column);
    CHECK(sqrt(sum / n) <= MAX_RMS_DB);
    CHECK(max_db <= MAX_DB);
    CHECK(sqrt(top_sum / n_top) <= MAX_TOP_RMS_DB);
}

static void test_targets_are_near_the_published_ones(void)
{
    for (size_t i = 0; i < sizeof published / sizeof *published; ++i) {
        TareCurve curve;
        REQUIRE(headphones_target(&curve, published[i].column));
        const TareTarget* const target = tare_target_find(published[i].name);
        CHECK(curve.n == 120 && target);
        if (target)
            check_deviation(target, &curve, published[i].bass_db, published[i].column);
        tare_curve_clear(&curve);
    }
}

static void test_every_target_is_in_order(void)
{
    const TareTarget* target;
    size_t i = 0;
    for (; (target = tare_target_get(i)); ++i) {
        CHECK(tare_target_find(target->name) == target);
        CHECK(target->note && *target->note);
        CHECK(target->form < TARE_N_FORMS && target->rig < TARE_N_RIGS);
        CHECK_NEAR(tare_target_level_db(target, 1000, -target->bass_db, 0), 0, 1e-9);
        for (double f = 1; f < 1e5; f *= 1.3)
            CHECK(fabs(tare_target_level_db(target, f, 0, 0)) < 40);
    }
    CHECK(i >= 8);
    CHECK(!tare_target_get(i) && !tare_target_find("harman") && !tare_target_find(""));
}

static void test_bass_and_tilt(void)
{
    const TareTarget* const flat = tare_target_find("flat");
    REQUIRE(flat);
    CHECK(tare_target_level_db(flat, 20, 0, 0) == 0 && tare_target_level_db(flat, 9999, 0, 0) == 0);
    CHECK_NEAR(tare_target_level_db(flat, 105, 6, 0), 3, 1e-9);
    CHECK_NEAR(tare_target_level_db(flat, 20, 6, 0), 6, 0.1);
    CHECK_NEAR(tare_target_level_db(flat, 4000, 0, -1), -2, 1e-9);
    CHECK_NEAR(tare_target_level_db(flat, 250, 0, -1), 2, 1e-9);
    CHECK_NEAR(tare_target_level_db(flat, 1000, 0, 7), 0, 1e-9);
    const TareTarget* const harman = tare_target_find("harman-over-ear-2018");
    REQUIRE(harman && harman->bass_db == 6);
    CHECK_NEAR(tare_target_level_db(harman, 20, -6, 0) + 6, tare_target_level_db(harman, 20, 0, 0),
               0.1);
    CHECK(tare_target_level_db(harman, 5, 0, -1) == tare_target_level_db(harman, 20, 0, -1));
    CHECK(tare_target_level_db(harman, 4e4, 0, -1) == tare_target_level_db(harman, 2e4, 0, -1));
}

static void check_default(TareForm form, TareRig rig, const char* name, TareTargetFit fit)
{
    const TareTarget* const target = tare_target_default(form, rig);
    CHECK_STR(target->name, name);
    CHECK(tare_target_fit(target, form, rig) == fit);
}

static void test_the_rig_decides_the_default(void)
{
    check_default(TARE_FORM_OVER_EAR, TARE_RIG_GRAS, "harman-over-ear-2018", TARE_TARGET_FITS);
    check_default(TARE_FORM_ON_EAR, TARE_RIG_HMS, "harman-over-ear-2018-hms", TARE_TARGET_FITS);
    check_default(TARE_FORM_OVER_EAR, TARE_RIG_711, "harman-over-ear-2018", TARE_TARGET_MISFITS);
    check_default(TARE_FORM_OVER_EAR, TARE_RIG_UNKNOWN, "harman-over-ear-2018",
                  TARE_TARGET_MAY_FIT);
    check_default(TARE_FORM_IN_EAR, TARE_RIG_GRAS, "autoeq-in-ear", TARE_TARGET_FITS);
    check_default(TARE_FORM_IN_EAR, TARE_RIG_711, "autoeq-in-ear", TARE_TARGET_FITS);
    check_default(TARE_FORM_IN_EAR, TARE_RIG_HMS, "autoeq-in-ear-hms", TARE_TARGET_FITS);
    check_default(TARE_FORM_IN_EAR, TARE_RIG_5128, "diffuse-field-5128", TARE_TARGET_FITS);
    check_default(TARE_FORM_EARBUD, TARE_RIG_HMS, "autoeq-earbud-hms", TARE_TARGET_FITS);
    check_default(TARE_FORM_UNKNOWN, TARE_RIG_711, "autoeq-in-ear", TARE_TARGET_MAY_FIT);
    check_default(TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN, "harman-over-ear-2018", TARE_TARGET_MAY_FIT);
}

static void test_what_fits(void)
{
    const TareTarget* const harman = tare_target_find("harman-in-ear-2019");
    REQUIRE(harman);
    CHECK(tare_target_fit(harman, TARE_FORM_IN_EAR, TARE_RIG_711) == TARE_TARGET_FITS);
    CHECK(tare_target_fit(harman, TARE_FORM_IN_EAR, TARE_RIG_HMS) == TARE_TARGET_MISFITS);
    CHECK(tare_target_fit(harman, TARE_FORM_OVER_EAR, TARE_RIG_GRAS) == TARE_TARGET_MISFITS);
    CHECK(tare_target_fit(harman, TARE_FORM_UNKNOWN, TARE_RIG_GRAS) == TARE_TARGET_MAY_FIT);
    CHECK(tare_target_fit(tare_target_find("flat"), TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN) ==
          TARE_TARGET_FITS);
}

static void test_names_of_rigs(void)
{
    CHECK(tare_rig_find("GRAS 43AG-7") == TARE_RIG_GRAS);
    CHECK(tare_rig_find("Head Acoustics HMS II.3") == TARE_RIG_HMS);
    CHECK(tare_rig_find("IEC 60318-4 (711)") == TARE_RIG_711);
    CHECK(tare_rig_find("GRAS RA0045 (711)") == TARE_RIG_GRAS);
    CHECK(tare_rig_find("B&K 5128") == TARE_RIG_5128);
    CHECK(tare_rig_find("MiniDSP EARS") == TARE_RIG_UNKNOWN && !tare_rig_find(NULL));
    for (int rig = TARE_RIG_UNKNOWN + 1; rig < TARE_N_RIGS; ++rig)
        CHECK(tare_rig_find(tare_rig_name((TareRig)rig)) == (TareRig)rig);
    CHECK(!tare_rig_name(TARE_RIG_UNKNOWN) && !tare_rig_name(TARE_N_RIGS));
}

int main(void)
{
    RUN(test_targets_are_near_the_published_ones);
    RUN(test_every_target_is_in_order);
    RUN(test_bass_and_tilt);
    RUN(test_the_rig_decides_the_default);
    RUN(test_what_fits);
    RUN(test_names_of_rigs);
    return check_done();
}
