/* Fits of the measured headphones in TARE_DATA/measurements, all of them; an argument N takes one
   in N. The bars are those that all 1200 keep. Ends with 1 when one is missed. */

#include "fit/figures.h"
#include "fit/fit.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/fit_score.h"
#include "helpers/measurements.h"

#include <stdlib.h>

static size_t step = 1;

/** Figures of all fits. */
typedef struct {
    Figure rms, top_rms, drop, over;
} Figures;

static void fit_one(TareFitter* fitter, const char* file, unsigned n_filters, Figures* figures)
{
    TareCurve wished;
    TareBandSet set;
    REQUIRE(measurements_curve(&wished, file));
    CHECK(tare_fit(fitter, &wished, n_filters, &set));
    const TareFitFigures f = tare_fit_figures(&wished, &set);
    figure_add(&figures->rms, f.rms_db);
    figure_add(&figures->top_rms, f.top_rms_db);
    figure_add(&figures->drop, f.drop_db);
    figure_add(&figures->over, fit_over_db(&set));
    tare_curve_clear(&wished);
}

static Measurement headphones[FIGURE_MAX_VALUES];

/** Fits one in `every` measurements; returns how many, 0 when they are not there. */
static size_t fit_all(unsigned n_filters, size_t every, Figures* figures)
{
    const size_t n = measurements_read(headphones, FIGURE_MAX_VALUES, every);
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = n ? tare_fitter_new(&options) : NULL;
    for (size_t i = 0; fitter && i < n; ++i)
        fit_one(fitter, headphones[i].wished, n_filters, figures);
    CHECK(fitter || !n);
    tare_fitter_free(fitter);
    return n;
}

static void test_ten_filters(void)
{
    static Figures figures;
    if (!fit_all(10, step, &figures))
        SKIP(MEASUREMENTS_MISSING);
    fprintf(stderr, "%-30s %4s %8s %8s %8s %8s\n", "10 filters (dB)", "n", "mean", "median", "95 %",
            "worst");
    const Summary rms = figure_sum_up("rms 20 Hz to 10 kHz", &figures.rms);
    CHECK(rms.mean <= 0.16 && rms.p95 <= 0.32);
    CHECK(figure_sum_up("rms 10 to 20 kHz", &figures.top_rms).mean <= 0.4);
    CHECK(figure_sum_up("drop of level", &figures.drop).p95 <= 7.0);
    CHECK(figure_sum_up("above 0 dB", &figures.over).worst <= 2e-4);
}

static void test_seven_filters(void)
{
    static Figures figures;
    if (!fit_all(7, 3 * step, &figures))
        SKIP(MEASUREMENTS_MISSING);
    CHECK(figure_sum_up("7 filters, 20 Hz to 10 kHz", &figures.rms).mean <= 0.3);
}

static void fit_headphone(TareFitter* fitter, const Measurement* headphone, Figure* errors)
{
    const TareWishOptions options = tare_wish_default_options();
    TareCurve response, target, wished;
    TareBandSet set;
    REQUIRE(measurements_curve(&response, headphone->response));
    REQUIRE(measurements_curve(&target, headphone->target));
    REQUIRE(tare_wish(&wished, &response, &target, &options));
    CHECK(tare_fit(fitter, &wished, 10, &set));
    figure_add(errors, fit_error_rms_db(&response, &target, &set));
    tare_curve_clear(&wished);
    tare_curve_clear(&target);
    tare_curve_clear(&response);
}

static void test_end_to_end(void)
{
    static Figure errors;
    const size_t n = measurements_read(headphones, FIGURE_MAX_VALUES, step);
    if (!n)
        SKIP(MEASUREMENTS_MISSING);
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = 0;
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (size_t i = 0; i < n; ++i)
        fit_headphone(fitter, &headphones[i], &errors);
    tare_fitter_free(fitter);
    const Summary s = figure_sum_up("error of the headphone", &errors);
    CHECK(s.mean <= 1.25 && s.median <= 0.55);
}

int main(int argc, char** argv)
{
    if (argc > 1 && atoi(argv[1]) > 0)
        step = (size_t)atoi(argv[1]);
    RUN(test_ten_filters);
    RUN(test_seven_filters);
    RUN(test_end_to_end);
    return check_done();
}
