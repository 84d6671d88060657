#include "curves/target_curves.h"
#include "curves/targets.h"
#include "helpers/check.h"
#include "helpers/headphones.h"

/** What was promised of every target, and half of a digit of the table. */
#define MAX_DB (0.05 + 0.005)

/* The published curve of each, in targets.csv, and the bass it is told to have. */
static const struct {
    const char* name;
    const char* column;
    double bass_db; ///< on top of the target's own
} published[] = {
    {"harman-over-ear-2013", "autoeq/Harman over-ear 2013", 0},
    {"harman-over-ear-2015", "autoeq/Harman over-ear 2015", 0},
    {"harman-over-ear-2018", "autoeq/Harman over-ear 2018", 0},
    {"harman-over-ear-2018", "autoeq/Harman over-ear 2018 without bass", -6},
    {"harman-over-ear-2018", "used/gras-over-ear", 0},
    {"harman-over-ear-2018-hms", "used/hms-over-ear", 0},
    {"harman-in-ear-2016", "autoeq/Harman in-ear 2016", 0},
    {"harman-in-ear-2017-1", "autoeq/Harman in-ear 2017-1", 0},
    {"harman-in-ear-2017-2", "autoeq/Harman in-ear 2017-2", 0},
    {"harman-in-ear-2019", "autoeq/Harman in-ear 2019", 0},
    {"harman-in-ear-2019", "autoeq/Harman in-ear 2019 without bass", -9},
    {"harman-in-ear-2019-hms", "autoeq/HMS II.3 Harman in-ear 2019 without bass", -9},
    {"autoeq-in-ear", "used/gras-in-ear", 0},
    {"autoeq-in-ear-hms", "used/hms-in-ear", 0},
    {"autoeq-earbud", "used/gras-earbud", 0},
    {"autoeq-earbud-hms", "used/hms-earbud", 0},
    {"oratory1990-over-ear", "autoeq/oratory1990 optimum hifi over-ear", 0},
    {"oratory1990-in-ear", "autoeq/oratory1990 in-ear", 0},
    {"innerfidelity-2017", "autoeq/Innerfidelity 2017", 0},
    {"lmg-5128", "autoeq/LMG 5128 0.6", 0},
    {"lmg-5128", "autoeq/LMG 5128 0.6 without bass", -6},
    {"jm-1", "autoeq/JM-1 with Harman filters", 0},
    {"diffuse-field-5128", "autoeq/Diffuse field 5128", 0},
    {"diffuse-field-5128-tilted", "autoeq/Diffuse field 5128 -1dB per octave", 0},
    {"diffuse-field", "autoeq/Diffuse field GRAS KEMAR", 0},
    {"diffuse-field-iso-11904-1", "autoeq/Diffuse field ISO 11904-1", 0},
};

enum { N_PUBLISHED = sizeof published / sizeof *published };

static double level_db(const TareTarget* target, double freq_hz, double bass_db)
{
    const TareTargetBend bend = {.bass_db = bass_db};
    return tare_target_level_db(target, freq_hz) + tare_target_bend_db(&bend, freq_hz);
}

/** The table has no point at 1 kHz: the mean of all is held to be the same. */
static double deviation_db(const TareTarget* target, const TareCurve* curve, double bass_db)
{
    double max_db = 0, offset_db = 0;
    for (size_t i = 0; i < curve->n; ++i)
        offset_db +=
            (level_db(target, curve->points[i].freq_hz, bass_db) - curve->points[i].level_db) /
            (double)curve->n;
    for (size_t i = 0; i < curve->n; ++i) {
        const TareCurvePoint* const point = &curve->points[i];
        max_db = fmax(
            max_db, fabs(level_db(target, point->freq_hz, bass_db) - point->level_db - offset_db));
    }
    return max_db;
}

static void test_targets_are_as_published(void)
{
    for (size_t i = 0; i < N_PUBLISHED; ++i) {
        TareCurve curve;
        REQUIRE(headphones_target(&curve, published[i].column));
        const TareTarget* const target = tare_target_find(published[i].name);
        REQUIRE(curve.n == 120 && target);
        /* the Q of the bass is 0.7 there, or 0.707 */
        const bool is_another_q = published[i].bass_db != 0 || strstr(published[i].column, "used");
        const double more_db = is_another_q ? 0.03 : 0;
        const double off_db = deviation_db(target, &curve, published[i].bass_db);
        fprintf(stderr, "%-26s %.3f dB (%s)\n", target->name, off_db, published[i].column);
        CHECK(off_db <= MAX_DB + more_db);
        tare_curve_clear(&curve);
    }
}

static bool is_published(const char* name)
{
    for (size_t i = 0; i < N_PUBLISHED; ++i)
        if (strcmp(published[i].name, name) == 0)
            return true;
    return false;
}

static void test_every_target_has_its_curve(void)
{
    const TareTarget* target;
    for (size_t i = 0; (target = tare_target_get(i)); ++i) {
        const TareTargetCurve* curve = tare_target_curves;
        while (target->file && curve->file && strcmp(curve->file, target->file) != 0)
            ++curve;
        CHECK(!target->file == !is_published(target->name));
        CHECK(!target->file || (curve->file && curve->n > 1));
        CHECK(!target->file == !tare_target_licence(target));
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
        CHECK_NEAR(level_db(target, 1000, -target->bass_db), 0, 0.005);
        for (double f = 1; f < 1e5; f *= 1.3)
            CHECK(fabs(tare_target_level_db(target, f)) < 40);
    }
    CHECK(i >= 8);
    CHECK(!tare_target_get(i) && !tare_target_find("harman") && !tare_target_find(""));
}

static double bent_db(double bass_db, double treble_db, double ear_db, double tilt_db,
                      double freq_hz)
{
    const TareTargetBend bend = {bass_db, treble_db, ear_db, tilt_db};
    return tare_target_bend_db(&bend, freq_hz);
}

/** A shelf has half its gain at its frequency, a peak all of it. */
static void test_the_four_knobs(void)
{
    CHECK(bent_db(0, 0, 0, 0, 20) == 0 && bent_db(0, 0, 0, 0, 9999) == 0);
    CHECK_NEAR(bent_db(6, 0, 0, 0, 105), 3, 1e-9);
    CHECK_NEAR(bent_db(6, 0, 0, 0, 20), 6, 0.1);
    CHECK_NEAR(bent_db(6, 0, 0, 0, 2000), 0, 0.05);
    CHECK_NEAR(bent_db(0, -4, 0, 0, 2500), -2, 1e-9);
    CHECK_NEAR(bent_db(0, -4, 0, 0, 20000), -4, 0.2);
    CHECK_NEAR(bent_db(0, -4, 0, 0, 100), 0, 0.05);
    CHECK_NEAR(bent_db(0, 0, 3, 0, 2750), 3, 1e-9);
    CHECK_NEAR(bent_db(0, 0, 3, 0, 2750 / 8.0), bent_db(0, 0, 3, 0, 2750 * 6.0), 0.2);
    CHECK_NEAR(bent_db(0, 0, 0, -1, 4000), -2, 1e-9);
    CHECK_NEAR(bent_db(0, 0, 0, -1, 250), 2, 1e-9);
    CHECK_NEAR(bent_db(0, 0, 0, 7, 1000), 0, 1e-9);
    CHECK_NEAR(bent_db(1, 2, 3, 0.5, 3000),
               bent_db(1, 0, 0, 0, 3000) + bent_db(0, 2, 0, 0, 3000) + bent_db(0, 0, 3, 0, 3000) +
                   bent_db(0, 0, 0, 0.5, 3000),
               1e-9);
    CHECK(bent_db(1, 2, 3, -1, 5) == bent_db(1, 2, 3, -1, 20));
    CHECK(bent_db(1, 2, 3, -1, 4e4) == bent_db(1, 2, 3, -1, 2e4));
}

static void test_targets_end_as_they_are(void)
{
    const TareTarget* const flat = tare_target_find("flat");
    const TareTarget* const harman = tare_target_find("harman-over-ear-2018");
    REQUIRE(flat && harman);
    CHECK(tare_target_level_db(flat, 20) == 0 && tare_target_level_db(flat, 9999) == 0);
    CHECK(tare_target_level_db(harman, 5) == tare_target_level_db(harman, 20));
    CHECK(tare_target_level_db(harman, 4e4) == tare_target_level_db(harman, 2e4));
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
    check_default(TARE_FORM_IN_EAR, TARE_RIG_5128, "jm-1", TARE_TARGET_FITS);
    check_default(TARE_FORM_OVER_EAR, TARE_RIG_5128, "lmg-5128", TARE_TARGET_FITS);
    check_default(TARE_FORM_ON_EAR, TARE_RIG_5128, "lmg-5128", TARE_TARGET_FITS);
    check_default(TARE_FORM_EARBUD, TARE_RIG_5128, "lmg-5128", TARE_TARGET_FITS);
    check_default(TARE_FORM_UNKNOWN, TARE_RIG_5128, "lmg-5128", TARE_TARGET_FITS);
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
    RUN(test_targets_are_as_published);
    RUN(test_every_target_has_its_curve);
    RUN(test_every_target_is_in_order);
    RUN(test_the_four_knobs);
    RUN(test_targets_end_as_they_are);
    RUN(test_the_rig_decides_the_default);
    RUN(test_what_fits);
    RUN(test_names_of_rigs);
    return check_done();
}
