#include "curves/curve.h"
#include "fit/figures.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/rates.h"

enum { N_POINTS = 479 };

static double freq_at(unsigned i)
{
    return 20.0 * pow(2.0, i / 48.0);
}

/** The response of a set, and what a function of the frequency adds. */
static TareCurve response_of(const TareBandSet* set, double (*more_db)(double))
{
    TareCurve curve = {0};
    for (unsigned i = 0; i < N_POINTS; ++i)
        tare_curve_append(&curve, freq_at(i),
                          rates_wanted_db(set, freq_at(i)) + more_db(freq_at(i)));
    return curve;
}

static TareBandSet some_set(void)
{
    return (TareBandSet){.reference_rate_hz = 48000.0,
                         .n_bands = 3,
                         .bands = {{TARE_BAND_LOW_SHELF, 105.0, 5.0, 0.7, 0},
                                   {TARE_BAND_PEAK, 3000.0, -6.0, 2.0, 0},
                                   {TARE_BAND_HIGH_SHELF, 9000.0, 3.0, 0.7, 0}}};
}

static double five(double freq_hz)
{
    (void)freq_hz;
    return 5.0;
}

static double three_at_the_top(double freq_hz)
{
    return freq_hz > 10000.0 ? 3.0 : 0.0;
}

static double two_below_50(double freq_hz)
{
    return freq_hz < 50.0 ? 2.0 : 0.0;
}

static double spike(double freq_hz)
{
    return fabs(freq_hz - freq_at(300)) < 1.0 ? 7.0 : 0.0;
}

static TareFitFigures figures_with(double (*more_db)(double))
{
    const TareBandSet set = some_set();
    TareCurve wished = response_of(&set, more_db);
    const TareFitFigures figures = tare_fit_figures(&wished, &set);
    tare_curve_clear(&wished);
    return figures;
}

/** Points of the figures from 20 Hz to 10 kHz. */
static double n_below_10k(void)
{
    return floor(48.0 * log2(10000.0 / 20.0)) + 1.0;
}

static void test_differences(void)
{
    const TareFitFigures none = figures_with(five);
    CHECK(none.rms_db < 1e-9 && none.top_rms_db < 1e-9 && fabs(none.largest_db) < 1e-9);
    const TareFitFigures top = figures_with(three_at_the_top);
    const double n_whole = 479.0;
    CHECK(top.rms_db < 1e-9);
    CHECK_NEAR(top.top_rms_db, 3.0, 1e-9);
    CHECK_NEAR(top.whole_rms_db, 3.0 * sqrt((n_whole - n_below_10k()) / n_whole), 1e-9);
    const TareFitFigures bass = figures_with(two_below_50);
    const double n_below = floor(48.0 * log2(50.0 / 20.0)) + 1.0;
    CHECK_NEAR(bass.rms_db, 2.0 * sqrt(n_below / n_below_10k()), 1e-9);
    CHECK_NEAR(bass.largest_db, -2.0, 1e-9);
    const TareFitFigures one = figures_with(spike);
    CHECK_NEAR(one.largest_freq_hz, freq_at(300), 1e-8);
    CHECK(one.largest_db < -6.9 && one.largest_db > -7.0);
}

static double two_db_an_octave_down(double freq_hz)
{
    return -2.0 * log2(freq_hz / 20.0);
}

static double up_and_down(double freq_hz)
{
    return (lround(48.0 * log2(freq_hz / 20.0)) & 1) ? 3.0 : -3.0;
}

/** What is left is the bands less the wish. Of n even points of a line with a slope of one step the
    variance is (n^2 - 1) / 12. */
static void test_spread_of_what_is_left(void)
{
    const double n = n_below_10k();
    const TareFitFigures none = figures_with(five);
    CHECK(none.deviation_db < 1e-9 && fabs(none.tilt_db_per_octave) < 1e-9);
    const TareFitFigures tilted = figures_with(two_db_an_octave_down);
    CHECK_NEAR(tilted.tilt_db_per_octave, 2.0, 1e-9);
    CHECK_NEAR(tilted.deviation_db, 2.0 / 48.0 * sqrt((n * n - 1.0) / 12.0), 1e-9);
    const TareFitFigures rough = figures_with(up_and_down);
    CHECK_NEAR(rough.deviation_db, 3.0, 0.001);
    CHECK(fabs(rough.tilt_db_per_octave) < 0.01);
    const TareFitFigures top = figures_with(three_at_the_top);
    CHECK(top.deviation_db < 1e-9 && fabs(top.tilt_db_per_octave) < 1e-9);
}

/** A level alone makes nothing worse; a bump where nothing is wished does, by its own rms. */
static void test_octaves_that_get_worse(void)
{
    TareCurve flat = {0};
    tare_curve_append(&flat, 1000.0, 7.0);
    TareBandSet set = {.reference_rate_hz = 48000.0};
    CHECK(tare_fit_figures(&flat, &set).worse_db == 0.0);
    set.n_bands = 1;
    set.bands[0] = (TareBand){TARE_BAND_PEAK, 7241.0, 6.0, 8.0, 0}; /* amid 5.1 to 10.2 kHz */
    double sum = 0.0;
    for (unsigned i = 48 * 8; i <= 48 * 9; ++i) {
        const double db = rates_wanted_db(&set, freq_at(i));
        sum += db * db;
    }
    CHECK_NEAR(tare_fit_figures(&flat, &set).worse_db, sqrt(sum / 49.0), 0.01);
    tare_curve_clear(&flat);
    CHECK(figures_with(five).worse_db == 0.0);
    CHECK(figures_with(spike).worse_db == 0.0);
}

static void test_drop(void)
{
    TareCurve flat = {0};
    tare_curve_append(&flat, 1000.0, 0.0);
    TareBandSet set = {.reference_rate_hz = 48000.0, .n_bands = 1};
    set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000.0, 6.0, 3.0, 0};
    TareCurve response = response_of(&set, five);
    double mean_db = 0.0;
    unsigned n = 0;
    for (size_t i = 0; i < response.n; ++i)
        if (response.points[i].freq_hz >= 100.0 && response.points[i].freq_hz <= 10000.0) {
            mean_db += response.points[i].level_db - 5.0;
            ++n;
        }
    mean_db /= n;
    CHECK(mean_db > 0.3 && mean_db < 1.0);
    CHECK_NEAR(tare_fit_figures(&flat, &set).drop_db, 6.0 - mean_db, 1e-5);
    tare_curve_clear(&response);
    /* cuts alone need no room */
    set.bands[0].gain_db = -6.0;
    CHECK_NEAR(tare_fit_figures(&flat, &set).drop_db, mean_db, 1e-6);
    tare_curve_clear(&flat);
}

static void test_mean_of_a_curve(void)
{
    TareCurve curve = {0};
    tare_curve_append(&curve, 1000.0, -3.25);
    CHECK(tare_fit_figures_mean_db(&curve) == -3.25);
    tare_curve_clear(&curve);
    /* what lies outside does not count */
    const TareCurvePoint points[] = {{299.0, 50.0}, {299.9, 1.0}, {3001.0, 1.0}, {3010.0, -70.0}};
    for (unsigned i = 0; i < 4; ++i)
        tare_curve_append(&curve, points[i].freq_hz, points[i].level_db);
    CHECK_NEAR(tare_fit_figures_mean_db(&curve), 1.0, 1e-12);
    tare_curve_clear(&curve);
}

static void test_preamp_of_single_bands(void)
{
    static const TareBandType types[] = {TARE_BAND_PEAK, TARE_BAND_LOW_SHELF, TARE_BAND_HIGH_SHELF};
    for (unsigned i = 0; i < 3; ++i) {
        TareBandSet set = {.reference_rate_hz = 48000.0, .n_bands = 1};
        set.bands[0] = (TareBand){types[i], 777.0, 6.0, 0.7, 0};
        CHECK(tare_fit_figures_safe_preamp(&set));
        CHECK_NEAR(set.preamp_db, -6.0, 1e-12);
        set.bands[0].gain_db = -6.0;
        CHECK(tare_fit_figures_safe_preamp(&set));
        /* the cascade of a cut goes a hair above 0 dB beyond what is heard, at high rates */
        CHECK(set.preamp_db >= -0.1 && set.preamp_db <= 0.0);
    }
    TareBandSet none = {.reference_rate_hz = 48000.0};
    CHECK(tare_fit_figures_safe_preamp(&none) && none.preamp_db == 0.0 && !signbit(none.preamp_db));
}

static double between(uint32_t* state, double low, double high)
{
    return low + (high - low) * (noise_next(state) / 4294967296.0);
}

/** The highest level of a set of peaks, which is near one of them or between two. */
static double highest_db(TareBandSet set, double rate_hz)
{
    double highest = -HUGE_VAL;
    set.reference_rate_hz = rate_hz;
    for (double f = 5.0; f < 0.5 * rate_hz; f *= 1.0005)
        highest = fmax(highest, rates_wanted_db(&set, f));
    return highest;
}

/* Sharp and high peaks, with tops between any points. */
static void test_preamp_is_enough_and_not_more(void)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0, 192000.0};
    uint32_t state = 4711;
    for (unsigned k = 0; k < 30; ++k) {
        TareBandSet set = {.reference_rate_hz = 48000.0, .n_bands = 4};
        for (unsigned i = 0; i < set.n_bands; ++i)
            set.bands[i] = (TareBand){.freq_hz = 25.0 * pow(2.0, between(&state, 0.0, 9.0)),
                                      .gain_db = between(&state, -5.0, 12.0),
                                      .q = between(&state, 0.5, 10.0)};
        CHECK(tare_fit_figures_safe_preamp(&set));
        double highest = 0.0;
        for (unsigned r = 0; r < 4; ++r)
            highest = fmax(highest, highest_db(set, rates_hz[r]));
        CHECK(set.preamp_db + highest <= 2e-4);
        CHECK(set.preamp_db + highest > -0.2);
    }
}

int main(void)
{
    RUN(test_differences);
    RUN(test_spread_of_what_is_left);
    RUN(test_octaves_that_get_worse);
    RUN(test_drop);
    RUN(test_mean_of_a_curve);
    RUN(test_preamp_of_single_bands);
    RUN(test_preamp_is_enough_and_not_more);
    return check_done();
}
