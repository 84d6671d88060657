#include "curves/curve.h"
#include "fakes/failing_malloc.h"
#include "fit/figures.h"
#include "fit/fit.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/rates.h"
#include "tare/limits.h"

enum { POINTS_PER_OCTAVE = 48, N_POINTS = 479 };

static double between(uint32_t* state, double low, double high)
{
    return low + (high - low) * (noise_next(state) / 4294967296.0);
}

/** The response of a set over 20 Hz to 20 kHz. */
static TareCurve response_of(const TareBandSet* set)
{
    TareCurve curve = {0};
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double freq_hz = 20.0 * pow(2.0, (double)i / POINTS_PER_OCTAVE);
        tare_curve_append(&curve, freq_hz, rates_wanted_db(set, freq_hz));
    }
    return curve;
}

/** Some bands as people set them: maybe shelves at the ends, and peaks at least half an octave
    apart. */
static TareBandSet draw_set(uint32_t* state, unsigned n)
{
    TareBandSet set = {.reference_rate_hz = 48000.0, .n_bands = n};
    for (unsigned i = 0; i < n; ++i) {
        const double octaves = 7.0 / n;
        const double sign = noise_next(state) % 2 ? 1.0 : -1.0;
        set.bands[i] =
            (TareBand){.freq_hz = 60.0 * pow(2.0, octaves * (i + between(state, 0.2, 0.8))),
                       .gain_db = sign * between(state, 2.0, 9.0),
                       .q = between(state, 0.7, 4.0)};
    }
    if (n > 1 && noise_next(state) % 2)
        set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, between(state, 60, 200), 5.5, 0.7, 0};
    if (n > 2 && noise_next(state) % 2)
        set.bands[n - 1] = (TareBand){TARE_BAND_HIGH_SHELF, between(state, 4e3, 9e3), -4.5, 0.6, 0};
    return set;
}

/** A wish with something everywhere, that no few bands can fulfil. */
static TareCurve busy_wish(uint32_t seed)
{
    TareBandSet set = draw_set(&seed, 20);
    for (unsigned i = 1; i + 1 < set.n_bands; ++i)
        set.bands[i].q = between(&seed, 1.0, 6.0);
    return response_of(&set);
}

static bool is_whole(double value, double steps)
{
    return fabs(value * steps - round(value * steps)) < 1e-9 * steps;
}

static void check_limits(const TareBand* band, const TareFitOptions* options)
{
    const TareFitLimits* const limits = band->type == TARE_BAND_PEAK        ? &options->peak
                                        : band->type == TARE_BAND_LOW_SHELF ? &options->low_shelf
                                                                            : &options->high_shelf;
    CHECK(band->type <= TARE_BAND_HIGH_SHELF && band->channel == TARE_CHANNEL_BOTH);
    CHECK(band->freq_hz >= limits->min_freq_hz && band->freq_hz <= limits->max_freq_hz);
    CHECK(band->q >= limits->min_q && band->q <= limits->max_q);
    CHECK(fabs(band->gain_db) <= limits->max_gain_db && band->gain_db != 0.0);
    CHECK(is_whole(band->freq_hz, band->freq_hz < 100.0 ? 10.0 : 1.0));
    CHECK(is_whole(band->gain_db, 100.0) && is_whole(band->q, 100.0));
}

/** Bands within limits and as files hold them, and a preamp that lets nothing pass 0 dB from 5 Hz
    to half the rate. */
static void check_set(const TareBandSet* set, const TareFitOptions* options)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0};
    for (unsigned i = 0; i < set->n_bands; ++i)
        check_limits(&set->bands[i], options);
    CHECK(set->reference_rate_hz == options->rate_hz);
    CHECK(is_whole(set->preamp_db, 10.0) && set->preamp_db <= 0.0);
    for (unsigned r = 0; r < 3 && set->preamp_db > TARE_PREAMP_MIN_DB; ++r) {
        TareBandSet at_rate = *set;
        at_rate.reference_rate_hz = rates_hz[r];
        double highest_db = -HUGE_VAL;
        for (double f = 5.0; f < 0.5 * rates_hz[r]; f *= 1.001)
            highest_db = fmax(highest_db, rates_wanted_db(&at_rate, f));
        CHECK(highest_db + set->preamp_db <= 2e-4);
    }
}

static TareFitter* fitter_with(TareFitOptions* options, unsigned n_restarts)
{
    *options = tare_fit_default_options();
    options->n_restarts = n_restarts;
    return tare_fitter_new(options);
}

static bool are_equal(const TareBandSet* a, const TareBandSet* b)
{
    bool equal = a->preamp_db == b->preamp_db && a->n_bands == b->n_bands;
    for (unsigned i = 0; equal && i < a->n_bands; ++i)
        equal = a->bands[i].type == b->bands[i].type &&
                a->bands[i].freq_hz == b->bands[i].freq_hz &&
                a->bands[i].gain_db == b->bands[i].gain_db && a->bands[i].q == b->bands[i].q;
    return equal;
}

static void test_finds_known_bands(void)
{
    enum { N_SETS = 40 };
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 8);
    REQUIRE(fitter);
    uint32_t state = 7;
    double sum_db = 0.0;
    for (unsigned i = 0; i < N_SETS; ++i) {
        const unsigned n = 1 + i % 5;
        const TareBandSet known = draw_set(&state, n);
        TareCurve wished = response_of(&known);
        TareBandSet set;
        CHECK(tare_fit(fitter, &wished, n, &set));
        CHECK(set.n_bands == n);
        check_set(&set, &options);
        const TareFitFigures figures = tare_fit_figures(&wished, &set);
        CHECK(figures.rms_db <= 0.1 && figures.top_rms_db <= 0.5);
        sum_db += figures.rms_db;
        tare_curve_clear(&wished);
    }
    CHECK(sum_db / N_SETS <= 0.02);
    tare_fitter_free(fitter);
}

/* The mean level is no shape. */
static void test_level_does_not_matter(void)
{
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 2);
    REQUIRE(fitter);
    TareCurve wished = busy_wish(3);
    TareBandSet set, louder;
    CHECK(tare_fit(fitter, &wished, 6, &set));
    for (size_t i = 0; i < wished.n; ++i)
        wished.points[i].level_db += 64.0;
    CHECK(tare_fit(fitter, &wished, 6, &louder));
    CHECK(are_equal(&set, &louder));
    CHECK_NEAR(tare_fit_figures(&wished, &set).rms_db, tare_fit_figures(&wished, &louder).rms_db,
               1e-9);
    tare_curve_clear(&wished);
    tare_fitter_free(fitter);
}

static void test_each_number_of_filters(void)
{
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 2);
    REQUIRE(fitter);
    for (uint32_t seed = 1; seed <= 3; ++seed) {
        TareCurve wished = busy_wish(seed);
        double before_db = HUGE_VAL;
        for (unsigned n = 1; n <= TARE_MAX_BANDS; ++n) {
            TareBandSet set;
            CHECK(tare_fit(fitter, &wished, n, &set));
            /* of few, one may only make an octave worse */
            CHECK(set.n_bands <= n && (set.n_bands == n || n < 6) && set.n_bands > 0);
            check_set(&set, &options);
            const double rms_db = tare_fit_figures(&wished, &set).rms_db;
            CHECK(rms_db <= 2.0 * before_db); /* there are many valleys */
            before_db = rms_db;
        }
        CHECK(before_db <= 0.3);
        tare_curve_clear(&wished);
    }
    tare_fitter_free(fitter);
}

/* Limits between the steps of files, and so narrow that they are all that decides. */
static void test_limits_of_ones_own(void)
{
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = 2;
    options.peak = (TareFitLimits){55.55, 3000.4, 0.555, 1.234, 3.337, 0.0};
    options.low_shelf = (TareFitLimits){80.04, 80.17, 0.604, 0.716, 2.221, 0.0};
    options.high_shelf = (TareFitLimits){2000.6, 9000.7, 0.495, 0.505, 1.009, 0.0};
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (uint32_t seed = 1; seed <= 5; ++seed) {
        TareCurve wished = busy_wish(seed);
        TareBandSet set;
        CHECK(tare_fit(fitter, &wished, 8, &set));
        check_set(&set, &options);
        tare_curve_clear(&wished);
    }
    tare_fitter_free(fitter);
}

static void test_order_is_that_of_what_they_do(void)
{
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 4);
    REQUIRE(fitter);
    const TareBandSet known = {.reference_rate_hz = 48000.0,
                               .n_bands = 3,
                               .bands = {{TARE_BAND_PEAK, 300.0, 2.0, 2.0, 0},
                                         {TARE_BAND_PEAK, 1500.0, -9.0, 1.0, 0},
                                         {TARE_BAND_PEAK, 6000.0, 5.0, 2.0, 0}}};
    TareCurve wished = response_of(&known);
    TareBandSet set;
    CHECK(tare_fit(fitter, &wished, 3, &set));
    CHECK_NEAR(set.bands[0].freq_hz, 1500.0, 20.0);
    CHECK_NEAR(set.bands[1].freq_hz, 6000.0, 60.0);
    CHECK_NEAR(set.bands[2].freq_hz, 300.0, 10.0);
    tare_curve_clear(&wished);
    tare_fitter_free(fitter);
}

static void test_result_is_the_same_each_time(void)
{
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 3);
    TareFitter* const other = fitter_with(&options, 3);
    REQUIRE(fitter && other);
    TareCurve wished = busy_wish(11), another = busy_wish(12);
    TareBandSet first, again, between_fits;
    CHECK(tare_fit(fitter, &wished, 10, &first));
    CHECK(tare_fit(fitter, &another, 20, &between_fits));
    CHECK(tare_fit(fitter, &wished, 10, &again) && are_equal(&first, &again));
    CHECK(tare_fit(other, &wished, 10, &again) && are_equal(&first, &again));
    CHECK(!are_equal(&first, &between_fits));
    tare_curve_clear(&wished);
    tare_curve_clear(&another);
    tare_fitter_free(fitter);
    tare_fitter_free(other);
}

static TareFitFigures fit_points(size_t n, const TareCurvePoint* points, TareBandSet* set)
{
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 1);
    TareCurve wished = {0};
    for (size_t i = 0; i < n; ++i)
        tare_curve_append(&wished, points[i].freq_hz, points[i].level_db);
    CHECK(tare_fit(fitter, &wished, 10, set));
    check_set(set, &options);
    const TareFitFigures figures = tare_fit_figures(&wished, set);
    CHECK(isfinite(figures.rms_db) && isfinite(figures.top_rms_db) && isfinite(figures.drop_db));
    tare_curve_clear(&wished);
    tare_fitter_free(fitter);
    return figures;
}

static void test_odd_curves(void)
{
    TareBandSet set;
    for (double level_db = -1e6; level_db <= 1e6; level_db += 5e5) {
        CHECK(fit_points(1, &(TareCurvePoint){1000.0, level_db}, &set).rms_db == 0.0);
        CHECK(set.n_bands == 0 && set.preamp_db == 0.0);
    }
    fit_points(2, (TareCurvePoint[]){{1e-300, -3}, {1e300, 3}}, &set);
    fit_points(2, (TareCurvePoint[]){{10, 5}, {10.1, -5}}, &set);
    CHECK(set.n_bands == 0);
    fit_points(2, (TareCurvePoint[]){{1000, 100}, {1001, -100}}, &set);
    fit_points(2, (TareCurvePoint[]){{1000, -1e6}, {nextafter(1000, 2000), 1e6}}, &set);
    fit_points(3, (TareCurvePoint[]){{999, 0}, {1000, 1e6}, {1001, 0}}, &set);
}

static void test_extreme_and_long_curves(void)
{
    enum { N_LONG = 100000 };
    static TareCurvePoint points[N_LONG];
    TareBandSet set;
    for (unsigned i = 0; i < 200; ++i)
        points[i] = (TareCurvePoint){20.0 * pow(2.0, i / 20.0), i % 10 < 5 ? 100.0 : -100.0};
    fit_points(200, points, &set);
    CHECK(set.n_bands > 0 && set.n_bands <= 10);
    uint32_t state = 99;
    for (unsigned i = 0; i < N_LONG; ++i)
        points[i] = (TareCurvePoint){10.0 + 0.25 * i, between(&state, -1.0, 1.0)};
    fit_points(N_LONG, points, &set);
}

/** No fewer would do, and these do. */
static void test_fewest_are_enough(void)
{
    enum { MOST = 12 };
    TareFitOptions options;
    TareFitter* const fitter = fitter_with(&options, 2);
    REQUIRE(fitter);
    for (uint32_t seed = 5; seed < 8; ++seed) {
        TareCurve wished = busy_wish(seed);
        TareFitFigures figures[MOST + 1];
        TareBandSet set, fewest;
        for (unsigned n = 1; n <= MOST; ++n) {
            CHECK(tare_fit(fitter, &wished, n, &set));
            figures[n] = tare_fit_figures(&wished, &set);
        }
        for (double within_db = 0.01; within_db < 2.0; within_db *= 1.7) {
            unsigned wanted = 1;
            while (wanted < MOST &&
                   (figures[wanted].whole_rms_db > figures[MOST].whole_rms_db + within_db ||
                    figures[wanted].worse_db > 0.02))
                ++wanted;
            CHECK(tare_fit_fewest(fitter, &wished, MOST, within_db, &fewest));
            CHECK(tare_fit(fitter, &wished, wanted, &set) && are_equal(&fewest, &set));
        }
        CHECK(tare_fit_fewest(fitter, &wished, 1, 0.0, &fewest) && fewest.n_bands == 1);
        tare_curve_clear(&wished);
    }
    tare_fitter_free(fitter);
}

static void test_failed_allocations(void)
{
    TareCurve wished = busy_wish(8);
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = 0;
    unsigned n_failed = 0;
    for (unsigned n = 1;; ++n) {
        TareBandSet set;
        failing_malloc_start(n);
        TareFitter* const fitter = tare_fitter_new(&options);
        const bool is_fitted = fitter && tare_fit(fitter, &wished, 2, &set) &&
                               tare_fit_fewest(fitter, &wished, 2, 0.1, &set);
        tare_fitter_free(fitter);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_fitted == (n_asked < n));
        n_failed += !is_fitted;
        if (n_asked < n)
            break;
    }
    CHECK(n_failed >= 3);
    tare_fitter_free(NULL);
    tare_curve_clear(&wished);
}

int main(void)
{
    RUN(test_finds_known_bands);
    RUN(test_level_does_not_matter);
    RUN(test_each_number_of_filters);
    RUN(test_limits_of_ones_own);
    RUN(test_order_is_that_of_what_they_do);
    RUN(test_result_is_the_same_each_time);
    RUN(test_odd_curves);
    RUN(test_extreme_and_long_curves);
    RUN(test_fewest_are_enough);
    RUN(test_failed_allocations);
    return check_done();
}
