#include "fit/filters.h"
#include "fit/highest.h"
#include "fit/response.h"
#include "fit/shapes.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <math.h>

static const double rates_hz[] = {44100.0, 48000.0, 96000.0};
enum { N_RATES = sizeof rates_hz / sizeof *rates_hz, N_FILTERS = 60 };

/** The coefficients printed in the cookbook (R. Bristow-Johnson), in the order b, a. */
typedef struct {
    double b[3], a[3];
} Coefficients;

static Coefficients peak(double a, double cosine, double alpha)
{
    return (Coefficients){{1 + alpha * a, -2 * cosine, 1 - alpha * a},
                          {1 + alpha / a, -2 * cosine, 1 - alpha / a}};
}

static Coefficients low_shelf(double a, double cosine, double alpha)
{
    const double root = 2 * sqrt(a) * alpha;
    return (Coefficients){{a * ((a + 1) - (a - 1) * cosine + root),
                           2 * a * ((a - 1) - (a + 1) * cosine),
                           a * ((a + 1) - (a - 1) * cosine - root)},
                          {(a + 1) + (a - 1) * cosine + root, -2 * ((a - 1) + (a + 1) * cosine),
                           (a + 1) + (a - 1) * cosine - root}};
}

static Coefficients high_shelf(double a, double cosine, double alpha)
{
    const double root = 2 * sqrt(a) * alpha;
    return (Coefficients){{a * ((a + 1) + (a - 1) * cosine + root),
                           -2 * a * ((a - 1) + (a + 1) * cosine),
                           a * ((a + 1) + (a - 1) * cosine - root)},
                          {(a + 1) - (a - 1) * cosine + root, 2 * ((a - 1) - (a + 1) * cosine),
                           (a + 1) - (a - 1) * cosine - root}};
}

static Coefficients coefficients_of(const TareFitFilter* filter, double rate_hz)
{
    const double angle = 2 * M_PI * exp(filter->ln_freq) / rate_hz;
    const double a = pow(10, filter->gain_db / 40);
    const double alpha = sin(angle) / (2 * exp(filter->ln_q));
    return filter->type == TARE_BAND_PEAK        ? peak(a, cos(angle), alpha)
           : filter->type == TARE_BAND_LOW_SHELF ? low_shelf(a, cos(angle), alpha)
                                                 : high_shelf(a, cos(angle), alpha);
}

/** |x0 + x1 z^-1 + x2 z^-2|^2 at an angle. */
static double power_at(const double* x, double angle)
{
    const double real = x[0] + x[1] * cos(angle) + x[2] * cos(2 * angle);
    const double imaginary = x[1] * sin(angle) + x[2] * sin(2 * angle);
    return real * real + imaginary * imaginary;
}

static double cookbook_db(const TareFitFilter* filter, double freq_hz, double rate_hz)
{
    const Coefficients c = coefficients_of(filter, rate_hz);
    const double angle = 2 * M_PI * freq_hz / rate_hz;
    return 10 * log10(power_at(c.b, angle) / power_at(c.a, angle));
}

static double chain_db(const TareFitFilter* filters, unsigned n, double freq_hz, double rate_hz)
{
    double sum_db = 0;
    for (unsigned k = 0; k < n; ++k)
        sum_db += cookbook_db(&filters[k], freq_hz, rate_hz);
    return sum_db;
}

static double between(uint32_t* state, double low, double high)
{
    return low + (high - low) * (noise_next(state) / 4294967296.0);
}

/** One after the other of each type, of all frequencies, gains and widths. */
static void draw(TareFitFilter* filters, unsigned n)
{
    static const TareBandType types[] = {TARE_BAND_PEAK, TARE_BAND_LOW_SHELF, TARE_BAND_HIGH_SHELF};
    uint32_t state = 20240117;
    for (unsigned i = 0; i < n; ++i)
        filters[i] = (TareFitFilter){.type = types[i % 3],
                                     .ln_freq = log(20.0) + between(&state, 0, log(900.0)),
                                     .gain_db = between(&state, -24, 24),
                                     .ln_q = between(&state, log(0.18), log(8.0))};
}

static void test_grid(void)
{
    TareFitGrid grid;
    tare_fit_filters_grid(&grid, 48000, 20, 20000, 48);
    CHECK(grid.n == 479 && grid.freq_hz[0] == 20.0);
    for (unsigned i = 0; i < grid.n; ++i) {
        CHECK_NEAR(grid.freq_hz[i], 20 * pow(2, i / 48.0), 1e-10);
        CHECK_NEAR(sqrt(grid.tan2[i]) / tan(M_PI * grid.freq_hz[i] / 48000), 1, 1e-12);
    }
    tare_fit_filters_grid(&grid, 48000, 5, 24000, 160);
    CHECK(grid.n == TARE_FIT_MAX_POINTS);
    tare_fit_filters_grid(&grid, 48000, 30, 20, 160);
    CHECK(grid.n == 0);
}

static void test_response_is_the_cookbooks(void)
{
    TareFitFilter filters[N_FILTERS];
    TareFitGrid grid;
    double level_db[TARE_FIT_MAX_POINTS];
    draw(filters, N_FILTERS);
    for (unsigned r = 0; r < N_RATES; ++r) {
        tare_fit_filters_grid(&grid, rates_hz[r], 8, 0.49 * rates_hz[r], 16);
        for (unsigned k = 0; k < N_FILTERS; ++k) {
            tare_fit_response_db(&grid, &filters[k], 1, level_db);
            for (unsigned i = 0; i < grid.n; ++i)
                CHECK_NEAR(level_db[i], cookbook_db(&filters[k], grid.freq_hz[i], rates_hz[r]),
                           1e-6);
        }
    }
}

static void test_chain_adds_up(void)
{
    TareFitFilter filters[N_FILTERS];
    TareFitGrid grid;
    double level_db[TARE_FIT_MAX_POINTS];
    draw(filters, N_FILTERS);
    tare_fit_filters_grid(&grid, 48000, 8, 23000, 16);
    tare_fit_response_db(&grid, filters, TARE_MAX_BANDS, level_db);
    for (unsigned i = 0; i < grid.n; ++i) {
        CHECK_NEAR(level_db[i], chain_db(filters, TARE_MAX_BANDS, grid.freq_hz[i], 48000), 1e-6);
    }
    tare_fit_response_db(&grid, filters, 0, level_db);
    CHECK(level_db[0] == 0.0 && level_db[grid.n - 1] == 0.0);
}

static double* parameter_of(TareFitFilter* filter, unsigned p)
{
    return p == 0 ? &filter->ln_freq : p == 1 ? &filter->gain_db : &filter->ln_q;
}

/** Holds one slope, taken times a weight, against the response at both sides. */
static void check_slope(const TareFitGrid* grid, const TareFitFilter* filter, unsigned p,
                        double weight, const TareFitTriple* slopes)
{
    const double step = 1e-5;
    double above_db[TARE_FIT_MAX_POINTS], below_db[TARE_FIT_MAX_POINTS];
    TareFitFilter above = *filter, below = *filter;
    *parameter_of(&above, p) += step;
    *parameter_of(&below, p) -= step;
    tare_fit_response_db(grid, &above, 1, above_db);
    tare_fit_response_db(grid, &below, 1, below_db);
    for (unsigned i = 0; i < grid->n; ++i) {
        const double wanted = weight * (above_db[i] - below_db[i]) / (2 * step);
        const float slope = slopes->lots[i / TARE_FIT_N_LANES][p][i % TARE_FIT_N_LANES];
        CHECK_NEAR(slope, wanted, 1e-4 + 1e-4 * fabs(wanted));
    }
    for (unsigned i = grid->n; i < TARE_FIT_N_LANES * tare_fit_columns_lots(grid->n); ++i)
        CHECK(slopes->lots[i / TARE_FIT_N_LANES][p][i % TARE_FIT_N_LANES] == 0.0F);
}

static void test_slopes(void)
{
    const double weight = 0.5;
    double weights[TARE_FIT_MAX_POINTS];
    static TareFitLanes weight_lanes[TARE_FIT_MAX_LOTS];
    static TareFitTriple slopes;
    TareFitFilter filters[N_FILTERS];
    static TareFitGrid grid;
    draw(filters, N_FILTERS);
    filters[0].gain_db = filters[1].gain_db = filters[2].gain_db = 0;
    for (unsigned i = 0; i < TARE_FIT_MAX_POINTS; ++i)
        weights[i] = weight;
    for (unsigned r = 0; r < N_RATES; ++r) {
        tare_fit_filters_grid(&grid, rates_hz[r], 8, 0.48 * rates_hz[r], 16);
        tare_fit_columns_take(weight_lanes, weights, grid.n);
        for (unsigned k = 0; k < N_FILTERS; ++k) {
            const TareFitShape shape = tare_fit_shapes_of(&filters[k], rates_hz[r]);
            tare_fit_shapes_slopes(&grid, &shape, weight_lanes, &slopes);
            for (unsigned p = 0; p < TARE_FIT_N_PARAMETERS; ++p)
                check_slope(&grid, &filters[k], p, weight, &slopes);
        }
    }
}

/** The highest point is found between the points of any grid, at the ends too, and never overrated.
 */
static void test_highest(void)
{
    TareFitFilter filters[N_FILTERS];
    draw(filters, N_FILTERS);
    for (unsigned r = 0; r < N_RATES; ++r)
        for (unsigned k = 0; k + 4 <= N_FILTERS; k += 4) {
            const double last_hz = 0.49 * rates_hz[r];
            double wanted_db = -HUGE_VAL;
            for (double f = 5; f < last_hz; f = f < last_hz / 1.0005 ? f * 1.0005 : last_hz)
                wanted_db = fmax(wanted_db, chain_db(filters + k, 4, f, rates_hz[r]));
            wanted_db = fmax(wanted_db, chain_db(filters + k, 4, last_hz, rates_hz[r]));
            const double highest_db = tare_fit_highest_db(filters + k, 4, rates_hz[r], 5, last_hz);
            CHECK(highest_db >= wanted_db - 1e-5 && highest_db <= wanted_db + 2e-3);
        }
    CHECK_NEAR(tare_fit_highest_db(filters, 0, 48000, 5, 23000), 0, 1e-9);
}

static void test_bands_and_filters(void)
{
    const TareBand band = {TARE_BAND_HIGH_SHELF, 7321.0, -3.25, 0.71, TARE_CHANNEL_BOTH};
    const TareFitFilter filter = tare_fit_filters_of_band(&band);
    const TareBand again = tare_fit_filters_band(&filter);
    CHECK(again.type == band.type && again.channel == TARE_CHANNEL_BOTH);
    CHECK(again.gain_db == band.gain_db);
    CHECK_NEAR(again.freq_hz, band.freq_hz, 1e-10);
    CHECK_NEAR(again.q, band.q, 1e-14);
}

int main(void)
{
    RUN(test_grid);
    RUN(test_response_is_the_cookbooks);
    RUN(test_chain_adds_up);
    RUN(test_slopes);
    RUN(test_highest);
    RUN(test_bands_and_filters);
    return check_done();
}
