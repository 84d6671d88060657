#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/stored_curve.h"
#include "curves/targets.h"
#include "fakes/failing_malloc.h"
#include "fit/aimed.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "helpers/check.h"
#include "helpers/corrected.h"
#include "helpers/headphones.h"

#include <string.h>

static const TareFitCount as_usual = {0};

static TareFitGoal goal_of(const char* name)
{
    return (TareFitGoal){.built_in = tare_target_find(name), .name = name};
}

/** One of the measured headphones as the catalogue would have it, without its bands. */
static bool take_measured(TareCorrection* correction, size_t index, const char* aim)
{
    TareCurve response, target;
    TareText text = {0};
    *correction = (TareCorrection){.entry = {.form = TARE_FORM_OVER_EAR,
                                             .kind = TARE_KIND_MEASUREMENT,
                                             .aim = tare_aim_find(aim)}};
    if (!headphones_read(index, &response, &target))
        return false;
    tare_stored_curve_write(&text, &response);
    const TareEvidence evidence = {.file = "fr/one.csv", .curve = text.data};
    const bool is_good = tare_text_set(&correction->entry.id, "acme-one/tare") &&
                         tare_text_set(&correction->entry.brand, "Acme") &&
                         tare_text_set(&correction->entry.model, "One") &&
                         tare_correction_add_evidence(correction, &evidence);
    tare_text_clear(&text);
    tare_curve_clear(&response);
    tare_curve_clear(&target);
    return is_good;
}

static TareBandSet aim(const TareCorrection* correction, const TareFitGoal* goal,
                       TareFitCount count)
{
    TareBandSet set = {0};
    TareAimed* const aimed = tare_aimed_new(correction);
    CHECK(aimed && tare_aimed_bands(aimed, goal, count, &set));
    tare_aimed_free(aimed);
    return set;
}

/** The same bands to the last bit. */
static bool is_same(const TareBandSet* a, const TareBandSet* b)
{
    bool is_same = a->n_bands == b->n_bands && a->preamp_db == b->preamp_db &&
                   a->reference_rate_hz == b->reference_rate_hz;
    for (uint32_t i = 0; is_same && i < a->n_bands; ++i)
        is_same = a->bands[i].type == b->bands[i].type &&
                  a->bands[i].freq_hz == b->bands[i].freq_hz &&
                  a->bands[i].gain_db == b->bands[i].gain_db && a->bands[i].q == b->bands[i].q &&
                  a->bands[i].channel == b->bands[i].channel;
    return is_same;
}

static TareCorrection preset(const char* aim_name)
{
    return (TareCorrection){.entry = {.id = "acme-one/anna",
                                      .brand = "Acme",
                                      .model = "One",
                                      .form = TARE_FORM_OVER_EAR,
                                      .aim = tare_aim_find(aim_name)},
                            .set = {-5.123,
                                    44100,
                                    3,
                                    {{TARE_BAND_PEAK, 1000.5, -6.4, 2.123, TARE_CHANNEL_BOTH},
                                     {TARE_BAND_PEAK, 3000, 4, 1, TARE_CHANNEL_LEFT},
                                     {TARE_BAND_LOW_SHELF, 105, 5, 0.7, TARE_CHANNEL_BOTH}}}};
}

static void test_the_same_target_changes_nothing(void)
{
    const TareCorrection correction = preset("harman-over-ear-2018");
    const TareFitGoal same = goal_of("harman-over-ear-2018");
    const TareBandSet set = aim(&correction, &same, as_usual);
    CHECK(is_same(&set, &correction.set));
    TareFitGoal bent = same;
    bent.bend.bass_db = 0.5;
    const TareBandSet more = aim(&correction, &bent, as_usual);
    CHECK(more.n_bands > 3 && more.n_bands <= 6);
    CHECK(memcmp(more.bands, correction.set.bands, 3 * sizeof *more.bands) == 0);
    CHECK(more.reference_rate_hz == 44100);
}

static void test_a_move_does_what_the_targets_differ_by(void)
{
    const TareCorrection correction = preset("harman-over-ear-2018");
    TareFitGoal bent = goal_of("harman-over-ear-2018");
    bent.bend = (TareTargetBend){-4, 2, 0, 0};
    const TareCorrection moved = {.set = aim(&correction, &bent, as_usual)};
    double before_db[CORRECTED_POINTS], after_db[CORRECTED_POINTS];
    corrected_gains(before_db, &correction);
    corrected_gains(after_db, &moved);
    for (int i = 0; i < CORRECTED_POINTS; ++i)
        after_db[i] -= before_db[i] + tare_target_bend_db(&bent.bend, 20 * exp2(i / 12.0));
    CHECK(corrected_rms_db(after_db, 20, 10000) < 0.25);
}

static void test_a_measured_one_is_fitted(void)
{
    TareCorrection correction;
    REQUIRE(take_measured(&correction, 0, "harman-over-ear-2018"));
    const TareFitGoal own = goal_of("harman-over-ear-2018"), other = goal_of("diffuse-field");
    CHECK(aim(&correction, &own, as_usual).n_bands == TARE_FIT_USUAL);
    correction.set = aim(&correction, &own, as_usual);
    const TareBandSet same = aim(&correction, &own, as_usual);
    const TareBandSet five = aim(&correction, &own, (TareFitCount){.n = 5});
    const TareBandSet away = aim(&correction, &other, as_usual);
    const TareBandSet back = aim(&correction, &own, (TareFitCount){.n = TARE_FIT_USUAL});
    CHECK(is_same(&same, &correction.set));
    CHECK(five.n_bands == 5);
    CHECK(!is_same(&away, &correction.set) && away.n_bands <= TARE_FIT_USUAL);
    CHECK(is_same(&back, &correction.set));
    tare_correction_clear(&correction);
}

/** Far from every limit both ways lead to one place. */
static void test_both_ways_come_near_each_other(void)
{
    const TareFitGoal own = goal_of("harman-over-ear-2018");
    const TareFitGoal other = goal_of("harman-over-ear-2013");
    double off_db[N_HEADPHONES], gain_db[2][CORRECTED_POINTS];
    for (size_t i = 0; i < N_HEADPHONES; ++i) {
        TareCorrection measured;
        REQUIRE(take_measured(&measured, i, "harman-over-ear-2018"));
        const TareCorrection usual = {.entry = measured.entry,
                                      .set = aim(&measured, &own, as_usual)};
        const TareCorrection direct = {.set = aim(&measured, &other, as_usual)};
        const TareCorrection moved = {.set = aim(&usual, &other, as_usual)};
        corrected_gains(gain_db[0], &direct);
        corrected_gains(gain_db[1], &moved);
        for (int k = 0; k < CORRECTED_POINTS; ++k)
            gain_db[0][k] -= gain_db[1][k];
        off_db[i] = corrected_rms_db(gain_db[0], 20, 10000);
        tare_correction_clear(&measured);
    }
    CHECK(corrected_part_of(off_db, N_HEADPHONES, 0.5) < 0.5);
}

static void test_it_says_what_was_done(void)
{
    const TareCorrection old = preset("harman-over-ear-2018");
    TareFitGoal goal = goal_of("oratory1990-over-ear");
    goal.bend.bass_db = 3;
    goal.bend.tilt_db_per_octave = -0.5;
    TareCorrection moved, measured, fitted;
    TareAimed* aimed = tare_aimed_new(&old);
    REQUIRE(aimed && tare_aimed_correction(aimed, &goal, as_usual, &moved));
    CHECK(!strcmp(moved.entry.id, "acme-one/anna+oratory1990-over-ear+bass3+tilt-0.5"));
    CHECK(!strcmp(moved.entry.target, "oratory1990-over-ear, bass +3 dB, tilt -0.5 dB/octave"));
    CHECK(!moved.entry.aim && moved.n_evidence == 1);
    CHECK(
        strstr(moved.evidence[0].note, "moved from harman-over-ear-2018 to oratory1990-over-ear"));
    tare_correction_clear(&moved);
    tare_aimed_free(aimed);
    goal = goal_of("diffuse-field");
    REQUIRE(take_measured(&measured, 1, "harman-over-ear-2018"));
    aimed = tare_aimed_new(&measured);
    REQUIRE(aimed && tare_aimed_correction(aimed, &goal, as_usual, &fitted));
    CHECK(!strcmp(fitted.entry.id, "acme-one/tare+diffuse-field"));
    CHECK(fitted.entry.aim == tare_aim_find("diffuse-field"));
    CHECK(fitted.n_evidence == 1 && fitted.evidence[0].curve);
    CHECK(!strcmp(fitted.evidence[0].file, "fr/one.csv"));
    tare_correction_clear(&fitted);
    tare_aimed_free(aimed);
    tare_correction_clear(&measured);
}

static void test_what_is_known_of_a_headphone(void)
{
    TareCorrection correction = preset("harman-over-ear-2018");
    CHECK(tare_known_sound_by(&correction) == TARE_KNOWN_BY_TARGET);
    CHECK(tare_known_sound_rig(&correction.entry) == TARE_RIG_GRAS);
    correction.entry.rig = "HMS II.3";
    CHECK(tare_known_sound_rig(&correction.entry) == TARE_RIG_HMS);
    correction.entry.rig = "IEC 60318-4 (711)";
    correction.entry.form = TARE_FORM_IN_EAR;
    CHECK(tare_known_sound_rig(&correction.entry) == TARE_RIG_GRAS);
    correction.set.bands[1].type = TARE_BAND_NOTCH;
    CHECK(tare_known_sound_by(&correction) == TARE_KNOWN_BY_NOTHING);
    correction = preset("rtings"); /* its curve is not published */
    CHECK(tare_known_sound_by(&correction) == TARE_KNOWN_BY_NOTHING);
}

static void test_a_full_correction_has_no_room(void)
{
    TareCorrection correction = preset("harman-over-ear-2018");
    correction.set.n_bands = TARE_MAX_BANDS;
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        correction.set.bands[i] =
            (TareBand){TARE_BAND_PEAK, 100 + 200 * i, 1, 1, TARE_CHANNEL_BOTH};
    TareAimed* const aimed = tare_aimed_new(&correction);
    REQUIRE(aimed);
    CHECK(!tare_aimed_has_room(aimed, TARE_AIMED_MOVED));
    CHECK(tare_aimed_has_room(aimed, TARE_AIMED_FITTED));
    tare_aimed_free(aimed);
}

static bool aims_all(const TareCorrection* correction, const TareFitGoal* goal)
{
    TareCorrection result;
    TareAimed* const aimed = tare_aimed_new(correction);
    const bool is_good =
        aimed && tare_aimed_correction(aimed, goal, (TareFitCount){.n = 1}, &result);
    if (is_good)
        tare_correction_clear(&result);
    else
        CHECK(!aimed || !result.entry.id);
    tare_aimed_free(aimed);
    return is_good;
}

static void test_short_memory_is_told(void)
{
    const TareFitGoal goal = goal_of("diffuse-field");
    const TareCorrection old = preset("harman-over-ear-2018");
    TareCorrection measured;
    REQUIRE(take_measured(&measured, 0, "harman-over-ear-2018"));
    for (int i = 0; i < 2; ++i) {
        const TareCorrection* const correction = i == 0 ? &old : &measured;
        for (unsigned n = 1;; ++n) {
            failing_malloc_start(n);
            const bool is_good = aims_all(correction, &goal);
            const unsigned n_asked = failing_malloc_stop();
            CHECK(is_good == (n_asked < n));
            if (n_asked < n)
                break;
        }
    }
    tare_correction_clear(&measured);
}

/** Bands that end their boost in the bass do not tell what is missing there. */
static void test_it_says_what_is_guessed(void)
{
    for (int is_ended = 0; is_ended < 2; ++is_ended) {
        TareCorrection old = preset("harman-over-ear-2018"), moved;
        const TareFitGoal goal = goal_of("diffuse-field");
        old.set.n_bands = 1;
        old.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 80, is_ended ? 6.5 : 3, 0.7, 0};
        TareAimed* const aimed = tare_aimed_new(&old);
        REQUIRE(aimed && tare_aimed_correction(aimed, &goal, as_usual, &moved));
        const char* const note = moved.evidence[moved.n_evidence - 1].note;
        CHECK((strstr(note, " Hz, where the boost ends, what is missing is a guess") != NULL) ==
              is_ended);
        tare_correction_clear(&moved);
        tare_aimed_free(aimed);
    }
}

/** A correction that ends its boost in the bass, moved with a curve that is lent. */
static TareCorrection moved_beside(const TareCurve* lent, bool is_own)
{
    TareCorrection old = preset("harman-over-ear-2018"), moved = {0};
    const TareFitGoal goal = goal_of("diffuse-field");
    old.set.n_bands = 1;
    old.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 80, 6.5, 0.7, TARE_CHANNEL_BOTH};
    TareAimed* const aimed = tare_aimed_new(&old);
    CHECK(aimed && tare_aimed_lend(aimed, lent, is_own, "Ben and Zoe"));
    CHECK(aimed && tare_aimed_correction(aimed, &goal, as_usual, &moved));
    tare_aimed_free(aimed);
    return moved;
}

static double bass_db(const TareCorrection* correction)
{
    double gain_db[CORRECTED_POINTS];
    corrected_gains(gain_db, correction);
    return gain_db[0] - gain_db[68]; /* 20 Hz less 1 kHz */
}

/** How the bass goes on below where the bands end is up to what others saw there, not to how loud
    they had it. */
static void test_others_tell_how_the_bass_goes_on(void)
{
    static TareCurvePoint weak[] = {{20, -40}, {60, 5}, {20000, 5}};
    static TareCurvePoint strong[] = {{20, 9}, {20000, 9}};
    const TareCorrection of_weak = moved_beside(&(TareCurve){weak, 3}, false);
    const TareCorrection of_strong = moved_beside(&(TareCurve){strong, 2}, false);
    CHECK(bass_db(&of_weak) > bass_db(&of_strong) + 5.0);
    REQUIRE(of_weak.n_evidence > 0);
    const char* const note = of_weak.evidence[0].note;
    CHECK(strstr(note, "what is missing is as Ben and Zoe measured it; tare") && note);
    CHECK(of_weak.set.bands[0].gain_db == 6.5);
    TareCorrection both[] = {of_weak, of_strong};
    tare_correction_clear(&both[0]);
    tare_correction_clear(&both[1]);
}

/** With its own curve a move comes to where a fit does. */
static void test_its_own_curve_guesses_nothing(void)
{
    const TareFitGoal own = goal_of("harman-over-ear-2018");
    const TareFitGoal other = goal_of("diffuse-field");
    double off_db[N_HEADPHONES], gain_db[2][CORRECTED_POINTS];
    for (size_t i = 0; i < N_HEADPHONES; ++i) {
        TareCorrection measured;
        TareCurve curve;
        TareCorrection moved = {0};
        REQUIRE(take_measured(&measured, i, "harman-over-ear-2018"));
        REQUIRE(tare_known_sound(&curve, &measured, NULL));
        const TareCorrection usual = {.entry = measured.entry,
                                      .set = aim(&measured, &own, as_usual)};
        const TareCorrection direct = {.set = aim(&measured, &other, as_usual)};
        TareAimed* const aimed = tare_aimed_new(&usual);
        CHECK(aimed && tare_aimed_lend(aimed, &curve, true, "Zoe"));
        CHECK(aimed && tare_aimed_bands(aimed, &other, as_usual, &moved.set));
        tare_aimed_free(aimed);
        corrected_gains(gain_db[0], &direct);
        corrected_gains(gain_db[1], &moved);
        for (int k = 0; k < CORRECTED_POINTS; ++k)
            gain_db[0][k] -= gain_db[1][k];
        off_db[i] = corrected_rms_db(gain_db[0], 20, 10000);
        tare_curve_clear(&curve);
        tare_correction_clear(&measured);
    }
    CHECK(corrected_part_of(off_db, N_HEADPHONES, 0.95) < 0.5);
}

int main(void)
{
    RUN(test_the_same_target_changes_nothing);
    RUN(test_a_move_does_what_the_targets_differ_by);
    RUN(test_a_measured_one_is_fitted);
    RUN(test_both_ways_come_near_each_other);
    RUN(test_it_says_what_was_done);
    RUN(test_what_is_known_of_a_headphone);
    RUN(test_a_full_correction_has_no_room);
    RUN(test_short_memory_is_told);
    RUN(test_it_says_what_is_guessed);
    RUN(test_others_tell_how_the_bass_goes_on);
    RUN(test_its_own_curve_guesses_nothing);
    return check_done();
}
