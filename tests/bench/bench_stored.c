/* What a fit loses by the text in which the catalogue keeps a measured curve, over the headphones
   in TARE_DATA/measurements (RMS in dB from 20 Hz to 10 kHz): how far off the wished curve is, how
   far the ten bands, and how near both fits come to what the measurement itself asks for.

       bench_stored [STEP]

   takes every STEP-th headphone, the tenth if nothing is said. Ends with 1 when the wishes differ
   by 0.05 dB or more in the mean, or fits of what is stored come less near by 0.01 dB. The bands
   themselves differ more: a fit takes another of two ways that lead as near for less than that. */

#include "base/text.h"
#include "corrections/correction.h"
#include "curves/stored_curve.h"
#include "curves/targets.h"
#include "fit/figures.h"
#include "fit/fit.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/corrected.h"
#include "helpers/measurements.h"

#include <math.h>
#include <stdlib.h>

#define MAX_WISH_DB 0.05
#define MAX_FIT_DB 0.01

enum { MAX_HEADPHONES = 1300, N_FILTERS = 10 };

static double wish_off_db[MAX_HEADPHONES], bands_off_db[MAX_HEADPHONES];
static double fit_db[MAX_HEADPHONES], stored_fit_db[MAX_HEADPHONES];

typedef struct {
    TareCurve wished;
    TareCorrection correction;
    double gain_db[CORRECTED_POINTS];
} Fit;

static Fit fit(TareFitter* fitter, const TareCurve* response, const TareCurve* target)
{
    Fit result = {0};
    const TareWishOptions options = tare_wish_default_options();
    CHECK(tare_wish(&result.wished, response, target, &options) &&
          tare_fit(fitter, &result.wished, N_FILTERS, &result.correction.set));
    corrected_gains(result.gain_db, &result.correction);
    return result;
}

/** Fits the i-th headphone from its measurement and from the text; adds the length of that. */
static void compare(TareFitter* fitter, size_t i, const Measurement* headphone, size_t* n_bytes)
{
    TareCurve response, target, stored;
    TareText text = {0};
    REQUIRE(measurements_curve(&response, headphone->response));
    REQUIRE(measurements_curve(&target, headphone->target));
    REQUIRE(tare_stored_curve_write(&text, &response) && !text.failed);
    REQUIRE(tare_stored_curve_read(&stored, text.data));
    Fit whole = fit(fitter, &response, &target), kept = fit(fitter, &stored, &target);
    double off_db[CORRECTED_POINTS];
    for (unsigned k = 0; k < CORRECTED_POINTS; ++k)
        off_db[k] = kept.gain_db[k] - whole.gain_db[k];
    bands_off_db[i] = corrected_rms_db(off_db, 20, 10000);
    for (unsigned k = 0; k < CORRECTED_POINTS; ++k) {
        const double f = 20 * exp2(k / 12.0);
        off_db[k] = tare_curve_level_db(&kept.wished, f) - tare_curve_level_db(&whole.wished, f);
    }
    wish_off_db[i] = corrected_rms_db(off_db, 20, 10000);
    fit_db[i] = tare_fit_figures(&whole.wished, &whole.correction.set).rms_db;
    stored_fit_db[i] = tare_fit_figures(&whole.wished, &kept.correction.set).rms_db;
    *n_bytes += text.length;
    tare_text_clear(&text);
    tare_curve_clear(&whole.wished);
    tare_curve_clear(&kept.wished);
    tare_curve_clear(&stored);
    tare_curve_clear(&response);
    tare_curve_clear(&target);
}

static double print_figures(const char* what, double* values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; ++i)
        sum += values[i];
    printf("%-44s %8.3f %8.3f %8.3f\n", what, sum / (double)n, corrected_part_of(values, n, 0.5),
           corrected_part_of(values, n, 0.95));
    return sum / (double)n;
}

int main(int argc, char** argv)
{
    static Measurement headphones[MAX_HEADPHONES];
    const size_t step = argc > 1 ? strtoul(argv[1], NULL, 10) : 10;
    const size_t n = measurements_read(headphones, MAX_HEADPHONES, step ? step : 1);
    if (!n) {
        puts(MEASUREMENTS_MISSING);
        return EXIT_SUCCESS;
    }
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = tare_fitter_new(&options);
    if (!fitter)
        return EXIT_FAILURE;
    size_t n_bytes = 0;
    for (size_t i = 0; i < n; ++i)
        compare(fitter, i, &headphones[i], &n_bytes);
    tare_fitter_free(fitter);
    printf("%zu headphones, %zu bytes a curve%20s %8s %8s %8s\n", n, n_bytes / n, "", "mean",
           "median", "95 %");
    const double wish_db = print_figures("wish, stored less measured", wish_off_db, n);
    print_figures("bands, stored less measured", bands_off_db, n);
    const double whole_db = print_figures("fit of the measured to its wish", fit_db, n);
    const double kept_db = print_figures("fit of the stored to the same wish", stored_fit_db, n);
    return wish_db < MAX_WISH_DB && kept_db - whole_db < MAX_FIT_DB ? EXIT_SUCCESS : EXIT_FAILURE;
}
