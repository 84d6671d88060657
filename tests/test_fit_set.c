/* Fits of real headphones, a dozen of each form; bench/bench_fit_set.c is the same for more. */

#include "fit/figures.h"
#include "fit/fit.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/fit_score.h"
#include "helpers/headphones.h"

/** Figures of all fits. */
typedef struct {
    Figure rms, top_rms, drop, over, error;
} Figures;

static void fit_one(TareFitter* fitter, size_t index, unsigned n_filters, Figures* figures)
{
    const TareWishOptions options = tare_wish_default_options();
    TareCurve response, target, wished;
    TareBandSet set;
    REQUIRE(headphones_read(index, &response, &target));
    CHECK(response.n == 120);
    REQUIRE(tare_wish(&wished, &response, &target, &options));
    CHECK(tare_fit(fitter, &wished, n_filters, &set));
    const TareFitFigures f = tare_fit_figures(&wished, &set);
    figure_add(&figures->rms, f.rms_db);
    figure_add(&figures->top_rms, f.top_rms_db);
    figure_add(&figures->drop, f.drop_db);
    figure_add(&figures->over, fit_over_db(&set));
    figure_add(&figures->error, fit_error_rms_db(&response, &target, &set));
    tare_curve_clear(&wished);
    tare_curve_clear(&target);
    tare_curve_clear(&response);
}

static void fit_all(unsigned n_filters, Figures* figures)
{
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (size_t i = 0; i < N_HEADPHONES; ++i)
        fit_one(fitter, i, n_filters, figures);
    tare_fitter_free(fitter);
    CHECK(figures->rms.n == N_HEADPHONES);
}

static void test_ten_filters(void)
{
    static Figures figures;
    fit_all(10, &figures);
    fprintf(stderr, "%-30s %4s %8s %8s %8s %8s\n", "10 filters (dB)", "n", "mean", "median", "95 %",
            "worst");
    const Summary rms = figure_sum_up("rms 20 Hz to 10 kHz", &figures.rms);
    CHECK(rms.mean <= 0.16 && rms.p95 <= 0.32);
    CHECK(figure_sum_up("rms 10 to 20 kHz", &figures.top_rms).mean <= 0.8);
    CHECK(figure_sum_up("drop of level", &figures.drop).p95 <= 8.5);
    CHECK(figure_sum_up("above 0 dB", &figures.over).worst <= 2e-4);
    const Summary error = figure_sum_up("error of the headphone", &figures.error);
    CHECK(error.mean <= 2.2 && error.median <= 1.0); /* a third are earbuds: bass is limited */
}

static void test_seven_filters(void)
{
    static Figures figures;
    fit_all(7, &figures);
    CHECK(figure_sum_up("7 filters, 20 Hz to 10 kHz", &figures.rms).mean <= 0.28);
}

int main(void)
{
    RUN(test_ten_filters);
    RUN(test_seven_filters);
    return check_done();
}
