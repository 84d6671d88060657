#include "curves/curve.h"
#include "fakes/failing_malloc.h"
#include "fit/wish.h"
#include "helpers/check.h"

enum { POINTS_PER_OCTAVE = 48, N_POINTS = 479 };

/** What is missing to the target at so many octaves above 20 Hz. */
typedef double (*Missing)(double octaves);

static double octaves_at(double freq_hz)
{
    return log2(freq_hz / 20.0);
}

/** The wish for a flat target at 80 dB. */
static TareCurve wish_for(Missing missing, const TareWishOptions* options)
{
    TareCurve response = {0}, target = {0}, wished = {0};
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double octaves = (double)i / POINTS_PER_OCTAVE;
        tare_curve_append(&response, 20.0 * exp2(octaves), 80.0 - missing(octaves));
    }
    tare_curve_append(&target, 1000.0, 80.0);
    CHECK(tare_wish(&wished, &response, &target, options) && wished.n == N_POINTS);
    tare_curve_clear(&response);
    tare_curve_clear(&target);
    return wished;
}

/** No smoothing and no limits. */
static TareWishOptions plain_options(void)
{
    return (TareWishOptions){.treble_limit_hz = 6000.0,
                             .max_boost_db = 1000.0,
                             .treble_boost = 1.0,
                             .max_slope_db_per_octave = 1e6};
}

/** Mean over 100 Hz to 10 kHz. */
static double mean_db(const TareCurve* curve)
{
    double sum = 0.0;
    unsigned n = 0;
    for (size_t i = 0; i < curve->n; ++i) {
        const bool counts = curve->points[i].freq_hz >= 300.0 && curve->points[i].freq_hz <= 3000.0;
        sum += counts ? curve->points[i].level_db : 0.0;
        n += counts;
    }
    return sum / n;
}

static double highest_db(const TareCurve* curve)
{
    double highest = -HUGE_VAL;
    for (size_t i = 0; i < curve->n; ++i)
        highest = fmax(highest, curve->points[i].level_db);
    return highest;
}

static double nothing(double octaves)
{
    (void)octaves;
    return 0.0;
}

static double seven(double octaves)
{
    (void)octaves;
    return 7.0;
}

static double parabola(double octaves)
{
    return 0.3 * octaves * octaves - 2.0 * octaves + 5.0;
}

/** Rises and falls slowly. */
static double swell(double octaves)
{
    return 4.0 * sin(octaves * 1.3);
}

static double weak_bass(double octaves)
{
    return octaves < 2.0 ? 15.0 : 0.0;
}

/** 15 dB over a sixth of an octave around a frequency. */
static double bump(double octaves, double freq_hz)
{
    return fabs(octaves - octaves_at(freq_hz)) < 1.0 / 12.0 ? 15.0 : 0.0;
}

static double notch_at_1k(double octaves)
{
    return bump(octaves, 1000.0);
}

static double notch_at_9k(double octaves)
{
    return bump(octaves, 9000.0);
}

static double notch_and_peak(double octaves)
{
    return bump(octaves, 300.0) - bump(octaves, 1500.0);
}

static void test_what_fits_needs_nothing(void)
{
    const TareWishOptions options = tare_wish_default_options();
    const Missing levels[] = {nothing, seven};
    for (unsigned k = 0; k < 2; ++k) {
        TareCurve wished = wish_for(levels[k], &options);
        for (size_t i = 0; i < wished.n; ++i)
            CHECK_NEAR(wished.points[i].level_db, 0.0, 1e-9);
        CHECK(wished.points[0].freq_hz == 20.0);
        CHECK_NEAR(wished.points[N_POINTS - 1].freq_hz, 20.0 * exp2(478.0 / 48.0), 1e-8);
        tare_curve_clear(&wished);
    }
}

static void test_mean_is_zero(void)
{
    const TareWishOptions options = plain_options();
    const Missing shapes[] = {seven, parabola, swell, weak_bass, notch_at_1k};
    for (unsigned k = 0; k < sizeof shapes / sizeof *shapes; ++k) {
        TareCurve wished = wish_for(shapes[k], &options);
        CHECK_NEAR(mean_db(&wished), 0.0, 1e-9);
        const double shift_db = shapes[k](0.0) - wished.points[0].level_db;
        for (unsigned i = 0; i < N_POINTS; ++i)
            CHECK_NEAR(wished.points[i].level_db + shift_db,
                       shapes[k]((double)i / POINTS_PER_OCTAVE), 1e-9);
        tare_curve_clear(&wished);
    }
}

static void test_smoothing_keeps_parabolas(void)
{
    TareWishOptions options = plain_options();
    TareCurve plain = wish_for(parabola, &options);
    options.smoothing_octaves = 1.0 / 3.0;
    options.treble_smoothing_octaves = 2.0;
    TareCurve smooth = wish_for(parabola, &options);
    for (unsigned i = 0; i < N_POINTS; ++i)
        CHECK_NEAR(smooth.points[i].level_db, plain.points[i].level_db, 1e-9);
    tare_curve_clear(&smooth);
    tare_curve_clear(&plain);
}

static void test_smoothing_by_place(void)
{
    TareWishOptions options = plain_options();
    options.smoothing_octaves = 1.0;
    TareCurve bass = wish_for(notch_at_1k, &options);
    CHECK(highest_db(&bass) < 8.0 && highest_db(&bass) > 3.0);
    tare_curve_clear(&bass);
    options.treble_smoothing_octaves = 2.0;
    options.smoothing_octaves = 0.0;
    TareCurve fine = wish_for(notch_at_1k, &options);
    CHECK_NEAR(highest_db(&fine), 15.0, 1.0); /* less what it adds to the level */
    tare_curve_clear(&fine);
}

static void test_boosts_are_capped(void)
{
    TareWishOptions options = tare_wish_default_options();
    TareCurve wished = wish_for(weak_bass, &options);
    CHECK(highest_db(&wished) == 6.0 && wished.points[0].level_db == 6.0);
    tare_curve_clear(&wished);
    options.max_boost_db = 0.0;
    wished = wish_for(swell, &options);
    CHECK(highest_db(&wished) == 0.0 && wished.points[170].level_db < -3.0);
    tare_curve_clear(&wished);
}

static void test_treble_is_boosted_less(void)
{
    TareWishOptions options = plain_options();
    TareCurve whole = wish_for(swell, &options);
    options.treble_boost = 0.5;
    TareCurve half = wish_for(swell, &options);
    unsigned n_boosted = 0, n_cut = 0;
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double db = whole.points[i].level_db;
        const double freq_hz = whole.points[i].freq_hz;
        if (freq_hz <= 6000.0 || db <= 0.0)
            CHECK(half.points[i].level_db == db);
        else if (freq_hz >= 8000.0)
            CHECK_NEAR(half.points[i].level_db, 0.5 * db, 1e-12);
        else
            CHECK(half.points[i].level_db <= db && half.points[i].level_db >= 0.5 * db);
        n_boosted += freq_hz >= 8000.0 && db > 0.0;
        n_cut += freq_hz >= 6000.0 && db < 0.0;
    }
    CHECK(n_boosted > 0 && n_cut > 0);
    tare_curve_clear(&whole);
    tare_curve_clear(&half);
}

static void test_boosts_rise_slowly(void)
{
    TareWishOptions options = plain_options();
    TareCurve free = wish_for(notch_and_peak, &options);
    options.max_slope_db_per_octave = 24.0;
    TareCurve limited = wish_for(notch_and_peak, &options);
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double db = limited.points[i].level_db;
        CHECK(db <= free.points[i].level_db && (db > 0.0 || db == free.points[i].level_db));
        for (unsigned k = i ? i - 1 : 0; db > 0.0 && k < N_POINTS && k <= i + 1; ++k)
            CHECK(db - fmax(limited.points[k].level_db, 0.0) <= 24.0 / POINTS_PER_OCTAVE + 1e-9);
    }
    /* a triangle of an eighth of an octave to both sides is left of the notch */
    CHECK_NEAR(highest_db(&limited), 24.0 / 12.0, 0.6);
    tare_curve_clear(&free);
    tare_curve_clear(&limited);
}

/* Whatever the smoothing of the treble. */
static void test_notch_of_ear_simulators_stays(void)
{
    TareWishOptions options = tare_wish_default_options();
    for (unsigned k = 0; k < 4; ++k) {
        options.treble_limit_hz = k & 1 ? 16000.0 : 6000.0;
        options.treble_smoothing_octaves = k & 2 ? 1.0 / 12.0 : 2.0;
        options.max_boost_db = 20.0;
        options.max_slope_db_per_octave = 1000.0;
        TareCurve wished = wish_for(notch_at_9k, &options);
        CHECK(highest_db(&wished) < 3.0);
        tare_curve_clear(&wished);
    }
    TareCurve elsewhere = wish_for(notch_at_1k, &options);
    CHECK(highest_db(&elsewhere) > 14.0);
    tare_curve_clear(&elsewhere);
}

static void test_failed_allocations(void)
{
    const TareWishOptions options = tare_wish_default_options();
    TareCurve point = {0};
    tare_curve_append(&point, 1000.0, 3.0);
    for (unsigned n = 1;; ++n) {
        TareCurve wished = {0};
        failing_malloc_start(n);
        const bool is_made = tare_wish(&wished, &point, &point, &options);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_made == (n_asked < n) && (is_made || (!wished.points && !wished.n)));
        tare_curve_clear(&wished);
        if (n_asked < n)
            break;
    }
    tare_curve_clear(&point);
}

int main(void)
{
    RUN(test_what_fits_needs_nothing);
    RUN(test_mean_is_zero);
    RUN(test_smoothing_keeps_parabolas);
    RUN(test_smoothing_by_place);
    RUN(test_boosts_are_capped);
    RUN(test_treble_is_boosted_less);
    RUN(test_boosts_rise_slowly);
    RUN(test_notch_of_ear_simulators_stays);
    RUN(test_failed_allocations);
    return check_done();
}
