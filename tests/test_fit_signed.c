/* Fits that a person would sign, of measured headphones: limits, no two bands at one place, none
   that undo each other, no octave worse than without, whatever the number of bands. */

#include "fit/figures.h"
#include "fit/fit.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/headphones.h"
#include "helpers/rates.h"

#include <stdlib.h>

/* A twelfth of an octave */
#define TWINS_RATIO 1.0594630943592953

/** What is wished of a headphone, with boosts of so much at most. */
static TareCurve wish_up_to(size_t index, double max_boost_db)
{
    TareWishOptions options = tare_wish_default_options();
    options.max_boost_db = max_boost_db;
    TareCurve response, target, wished = {0};
    CHECK(headphones_read(index, &response, &target));
    CHECK(tare_wish(&wished, &response, &target, &options));
    tare_curve_clear(&target);
    tare_curve_clear(&response);
    return wished;
}

static TareCurve wish_of(size_t index)
{
    return wish_up_to(index, tare_wish_default_options().max_boost_db);
}

/** How far a wish goes from its level. */
static double most_db(const TareCurve* wished)
{
    const double level_db = tare_fit_figures_mean_db(wished);
    double most_db = 0.0;
    for (size_t i = 0; i < wished->n; ++i)
        most_db = fmax(most_db, fabs(wished->points[i].level_db - level_db));
    return most_db;
}

static void check_limits(const TareBandSet* set, const TareCurve* wished)
{
    const double max_gain_db = fmin(20.0, fmax(12.0, ceil(most_db(wished))));
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        const TareBand* const band = &set->bands[i];
        CHECK(fabs(band->gain_db) <= max_gain_db);
        CHECK(band->q >= 0.3 && band->q <= (band->type == TARE_BAND_PEAK ? 8.0 : 1.0));
        CHECK(band->freq_hz >= 20.0 && band->freq_hz <= 16000.0);
    }
}

static double band_db(const TareBandSet* set, uint32_t index, double freq_hz)
{
    const TareBandSet alone = {
        .reference_rate_hz = set->reference_rate_hz, .n_bands = 1, .bands = {set->bands[index]}};
    return rates_wanted_db(&alone, freq_hz);
}

/** By how much two bands undo each other, where they do most. */
static double undone_db(const TareBandSet* set, uint32_t i, uint32_t k)
{
    double undone_db = 0.0;
    for (double f = 20.0; f < 20000.0; f *= 1.02) {
        const double a_db = band_db(set, i, f), b_db = band_db(set, k, f);
        if (a_db * b_db < 0.0)
            undone_db = fmax(undone_db, fmin(fabs(a_db), fabs(b_db)));
    }
    return undone_db;
}

/** Looks at all pairs; returns what the worst undoes. */
static double check_pairs(const TareBandSet* set)
{
    double worst_db = 0.0;
    for (uint32_t i = 0; i < set->n_bands; ++i)
        for (uint32_t k = 0; k < i; ++k) {
            const TareBand* const a = &set->bands[i];
            const TareBand* const b = &set->bands[k];
            CHECK(fmax(a->freq_hz, b->freq_hz) >= TWINS_RATIO * fmin(a->freq_hz, b->freq_hz));
            if (a->gain_db * b->gain_db < 0.0)
                worst_db = fmax(worst_db, undone_db(set, i, k));
        }
    CHECK(worst_db <= 6.0);
    return worst_db;
}

static int compare(const void* a, const void* b)
{
    const double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

static void test_bands_of_any_number(void)
{
    static const unsigned counts[] = {1, 2, 3, 4, 5, 7, 10};
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (unsigned c = 0; c < sizeof counts / sizeof *counts; ++c) {
        double undone_db[N_HEADPHONES];
        for (size_t i = 0; i < N_HEADPHONES; ++i) {
            TareCurve wished = wish_of(i);
            TareBandSet set;
            CHECK(tare_fit(fitter, &wished, counts[c], &set));
            CHECK(set.n_bands <= counts[c]);
            check_limits(&set, &wished);
            undone_db[i] = check_pairs(&set);
            CHECK(tare_fit_figures(&wished, &set).worse_db <= 0.05);
            tare_curve_clear(&wished);
        }
        qsort(undone_db, N_HEADPHONES, sizeof *undone_db, compare);
        if (counts[c] == 10)
            CHECK(undone_db[N_HEADPHONES / 2] <= 4.5);
    }
    tare_fitter_free(fitter);
}

/** The fewest come within what nobody hears of ten, the top octave included. */
static void test_fewest(void)
{
    const double within_db = 0.05;
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (size_t i = 0; i < N_HEADPHONES; i += 3) {
        TareCurve wished = wish_of(i);
        TareBandSet ten, fewest;
        CHECK(tare_fit(fitter, &wished, 10, &ten));
        CHECK(tare_fit_fewest(fitter, &wished, 10, within_db, &fewest));
        const TareFitFigures figures = tare_fit_figures(&wished, &fewest);
        CHECK(figures.whole_rms_db <=
              tare_fit_figures(&wished, &ten).whole_rms_db + within_db + 1e-9);
        CHECK(figures.worse_db <= 0.05 && fewest.n_bands <= 10);
        check_pairs(&fewest);
        tare_curve_clear(&wished);
    }
    tare_fitter_free(fitter);
}

/** A wish beyond 12 dB gets the gain that it needs, and none gets more than what is allowed. */
static void test_gain_goes_as_far_as_the_wish(void)
{
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (double gain_db = 8.0; gain_db <= 26.0; gain_db += 6.0) {
        const TareBandSet known = {.reference_rate_hz = 48000.0,
                                   .n_bands = 1,
                                   .bands = {{TARE_BAND_PEAK, 5000.0, -gain_db, 2.0, 0}}};
        TareCurve wished = {0};
        for (double f = 20.0; f < 20000.0; f *= 1.01)
            tare_curve_append(&wished, f, rates_wanted_db(&known, f));
        TareBandSet set;
        CHECK(tare_fit(fitter, &wished, 1, &set) && set.n_bands == 1);
        CHECK_NEAR(set.bands[0].gain_db, -fmin(gain_db, 20.0), 0.3);
        check_limits(&set, &wished);
        tare_curve_clear(&wished);
    }
    tare_fitter_free(fitter);
}

/** Where three cannot stand as a person would set them, two are left, as good as two alone. */
static void test_what_cannot_be_had_makes_nothing_worse(void)
{
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = tare_fitter_new(&options);
    TareCurve wished = wish_up_to(6, 12.0);
    TareBandSet two = {0}, three = {0};
    REQUIRE(fitter);
    CHECK(tare_fit(fitter, &wished, 2, &two) && tare_fit(fitter, &wished, 3, &three));
    CHECK(tare_fit_figures(&wished, &three).rms_db <= tare_fit_figures(&wished, &two).rms_db);
    CHECK(two.n_bands == 2 && three.n_bands == 2);
    tare_curve_clear(&wished);
    tare_fitter_free(fitter);
}

int main(void)
{
    RUN(test_bands_of_any_number);
    RUN(test_fewest);
    RUN(test_gain_goes_as_far_as_the_wish);
    RUN(test_what_cannot_be_had_makes_nothing_worse);
    return check_done();
}
