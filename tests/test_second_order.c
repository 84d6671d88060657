/* Filters of second order as bands, held against the coefficients themselves. */

#include "corrections/range.h"
#include "formats/second_order.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <complex.h>

static const double rates_hz[] = {44100.0, 48000.0, 96000.0};

enum { N_RATES = sizeof rates_hz / sizeof *rates_hz, N_POINTS = 121, ROUNDS = 3000 };

typedef struct {
    double b[3], a[3];
} Digital;

static double level_of(const Digital* h, double freq_hz, double rate_hz)
{
    const double complex z = cexp(-2.0 * M_PI * freq_hz / rate_hz * I);
    return 20.0 * log10(cabs((h->b[0] + (h->b[1] + h->b[2] * z) * z) /
                             (h->a[0] + (h->a[1] + h->a[2] * z) * z)));
}

/** The cookbook's own sentences, for what there is of them beyond the ranges of bands. */
static Digital cookbook(TareBandType type, double freq_hz, double gain_db, double q, double rate_hz)
{
    const double w = 2.0 * M_PI * freq_hz / rate_hz, c = cos(w), alpha = sin(w) / (2.0 * q);
    const double a = pow(10.0, gain_db / 40.0), r = 2.0 * sqrt(a) * alpha;
    switch (type) {
    case TARE_BAND_LOW_SHELF:
        return (Digital){
            {a * (a + 1 - (a - 1) * c + r), 2 * a * (a - 1 - (a + 1) * c),
             a * (a + 1 - (a - 1) * c - r)},
            {a + 1 + (a - 1) * c + r, -2 * (a - 1 + (a + 1) * c), a + 1 + (a - 1) * c - r}};
    case TARE_BAND_HIGH_SHELF:
        return (Digital){
            {a * (a + 1 + (a - 1) * c + r), -2 * a * (a - 1 + (a + 1) * c),
             a * (a + 1 + (a - 1) * c - r)},
            {a + 1 - (a - 1) * c + r, 2 * (a - 1 - (a + 1) * c), a + 1 - (a - 1) * c - r}};
    case TARE_BAND_PEAK:
        return (Digital){{1 + alpha * a, -2 * c, 1 - alpha * a},
                         {1 + alpha / a, -2 * c, 1 - alpha / a}};
    case TARE_BAND_LOW_PASS:
        return (Digital){{(1 - c) / 2, 1 - c, (1 - c) / 2}, {1 + alpha, -2 * c, 1 - alpha}};
    case TARE_BAND_HIGH_PASS:
        return (Digital){{(1 + c) / 2, -1 - c, (1 + c) / 2}, {1 + alpha, -2 * c, 1 - alpha}};
    case TARE_BAND_BAND_PASS:
        return (Digital){{alpha, 0, -alpha}, {1 + alpha, -2 * c, 1 - alpha}};
    case TARE_BAND_NOTCH:
        return (Digital){{1, -2 * c, 1}, {1 + alpha, -2 * c, 1 - alpha}};
    default:
        return (Digital){{1 - alpha, -2 * c, 1 + alpha}, {1 + alpha, -2 * c, 1 - alpha}};
    }
}

/** The largest difference from 20 Hz to 20 kHz where something passes. */
static double difference(const TareSecondOrderBands* found, const Digital* wanted, double rate_hz)
{
    double largest = 0.0;
    for (int i = 0; i < N_POINTS; ++i) {
        const double freq_hz = 20.0 * pow(1000.0, i / (N_POINTS - 1.0));
        const double wanted_db = level_of(wanted, freq_hz, rate_hz);
        double level_db = found->level_db;
        for (unsigned k = 0; k < found->n; ++k) {
            const TareBand* const b = &found->bands[k];
            const Digital h = cookbook(b->type, b->freq_hz, b->gain_db, b->q, rate_hz);
            level_db += level_of(&h, freq_hz, rate_hz);
        }
        if (wanted_db > -90.0)
            largest = fmax(largest, fabs(level_db - wanted_db));
    }
    return largest;
}

static void check_ranges(const TareSecondOrderBands* found)
{
    for (unsigned k = 0; k < found->n; ++k) {
        CHECK(tare_range_holds(&tare_freq_range, found->bands[k].freq_hz));
        CHECK(tare_range_holds(&tare_gain_range, found->bands[k].gain_db));
        CHECK(tare_range_holds(&tare_q_range, found->bands[k].q));
    }
}

/** Bands within `bound_db` of coefficients; how many. */
static unsigned check_digital(Digital h, double rate_hz, double bound_db)
{
    TareSecondOrderBands found;
    const char* why = NULL;
    const TareSecondOrder filter = tare_second_order_of_coefficients(h.b, h.a);
    CHECK(tare_second_order_bands(&found, &filter, rate_hz, &why));
    check_ranges(&found);
    const double off_db = difference(&found, &h, rate_hz);
    CHECK_NEAR(off_db, 0.0, bound_db);
    CHECK_NEAR(found.off_db, off_db, 0.1 * bound_db);
    return found.n;
}

static void test_each_type_comes_back(void)
{
    for (int rate = 0; rate < N_RATES; ++rate)
        for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
            for (double freq_hz = 10.0; freq_hz < 21000.0; freq_hz *= 2.3)
                for (double q = 0.1; q <= 20.0; q *= 1.9) {
                    const double gain_db = type <= TARE_BAND_HIGH_SHELF ? -17.0 : 0.0;
                    const Digital h =
                        cookbook((TareBandType)type, freq_hz, gain_db, q, rates_hz[rate]);
                    const TareSecondOrder filter = tare_second_order_of_coefficients(h.b, h.a);
                    TareSecondOrderBands found;
                    const char* why = NULL;
                    REQUIRE(tare_second_order_bands(&found, &filter, rates_hz[rate], &why));
                    REQUIRE(found.n == 1);
                    CHECK_NEAR(found.level_db, 0.0, 1e-3);
                    CHECK_NEAR(found.bands[0].freq_hz, freq_hz, 1e-3 * freq_hz);
                    CHECK_NEAR(found.bands[0].q, q, 1e-3 * q);
                    CHECK_NEAR(found.bands[0].gain_db, gain_db, 1e-3);
                    CHECK(found.bands[0].type == (TareBandType)type);
                }
}

static void test_of_band_is_the_cookbook(void)
{
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type) {
        const TareBand band = {(TareBandType)type, 3000.0, -9.0, 0.4, TARE_CHANNEL_BOTH};
        const Digital h = cookbook(band.type, band.freq_hz, band.gain_db, band.q, 48000.0);
        const TareSecondOrder filter = tare_second_order_of_band(&band, 48000.0);
        for (double freq_hz = 20.0; freq_hz < 20000.0; freq_hz *= 1.37)
            CHECK_NEAR(tare_second_order_level_db(&filter, freq_hz, 48000.0),
                       level_of(&h, freq_hz, 48000.0), 1e-9);
    }
}

/** What is beyond the range of one band is within that of several. */
static void test_beyond_the_ranges(void)
{
    static const struct {
        TareBandType type;
        double gain_db, q;
        unsigned n;
    } cases[] = {{TARE_BAND_NOTCH, 0, 30, 2},       {TARE_BAND_NOTCH, 0, 33.3, 2},
                 {TARE_BAND_NOTCH, 0, 100, 2},      {TARE_BAND_NOTCH, 0, 0.04, 2},
                 {TARE_BAND_PEAK, 6, 40, 2},        {TARE_BAND_PEAK, -6, 40, 2},
                 {TARE_BAND_PEAK, 36, 2, 2},        {TARE_BAND_PEAK, -64, 1.5, 3},
                 {TARE_BAND_PEAK, 9, 0.05, 2},      {TARE_BAND_LOW_SHELF, 36, 0.7, 2},
                 {TARE_BAND_HIGH_SHELF, -61, 1, 3}, {TARE_BAND_LOW_PASS, 0, 25, 2},
                 {TARE_BAND_HIGH_PASS, 0, 0.06, 2}, {TARE_BAND_BAND_PASS, 0, 60, 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i)
        CHECK(check_digital(cookbook(cases[i].type, 1000, cases[i].gain_db, cases[i].q, 48000.0),
                            48000.0, 1e-3) == cases[i].n);
}

/** Poles and zeros at random, in the half where they may be, in pairs and alone. */
static void test_any_zeros_and_poles(void)
{
    uint64_t state = 88172645463325252u;
    unsigned n_found = 0;
    for (int round = 0; round < ROUNDS; ++round) {
        double x[4];
        for (int i = 0; i < 4; ++i)
            x[i] = (double)noise_below(&state, 1000001) / 1e6;
        const double zero_r = 0.999 * sqrt(x[0]), pole_r = 0.999 * sqrt(x[1]);
        const Digital h = {{0.5, -zero_r * cos(M_PI * x[2]), 0.5 * zero_r * zero_r},
                           {1.0, -2.0 * pole_r * cos(M_PI * x[3]), pole_r * pole_r}};
        const TareSecondOrder filter = tare_second_order_of_coefficients(h.b, h.a);
        TareSecondOrderBands found;
        const char* why = NULL;
        const double rate_hz = rates_hz[round % N_RATES];
        if (!tare_second_order_bands(&found, &filter, rate_hz, &why)) {
            CHECK(strstr(why, "no bands are this filter; expected"));
            continue;
        }
        ++n_found;
        check_ranges(&found);
        CHECK(difference(&found, &h, rate_hz) <= 2e-3 * (found.n + 1));
    }
    CHECK(n_found > ROUNDS / 2);
}

/** Filters of first order: shelves are bands, passes all but. */
static void test_first_order(void)
{
    static const double freqs_hz[] = {200.0, 1000.0, 5000.0};
    for (int i = 0; i < 3; ++i) {
        const double k = tan(M_PI * freqs_hz[i] / 48000.0);
        CHECK(check_digital((Digital){{2 * k + 1, 2 * k - 1, 0}, {k + 1, k - 1, 0}}, 48000.0,
                            1e-3) == 1);
        CHECK(check_digital((Digital){{k, k, 0}, {k + 1, k - 1, 0}}, 48000.0, 0.04) <= 3);
        CHECK(check_digital((Digital){{k, k, 0}, {k + 1, k - 1, 0}}, 44100.0, 0.007) <= 4);
        CHECK(check_digital((Digital){{1, -1, 0}, {k + 1, k - 1, 0}}, 48000.0, 0.03) <= 4);
        CHECK(check_digital((Digital){{0.5, 0.5, 0}, {1, -1.2, 0.5}}, 48000.0, 0.04) <= 3);
        CHECK(check_digital((Digital){{0.5, -0.5, 0}, {1, -1.2, 0.5}}, 48000.0, 0.03) <= 5);
    }
}

static void test_phase_is_told(void)
{
    TareSecondOrderBands found;
    const char* why = NULL;
    const Digital h = {{0.25, -0.7, 0.5}, {1.0, -1.2, 0.5}};
    const TareSecondOrder filter = tare_second_order_of_coefficients(h.b, h.a);
    REQUIRE(tare_second_order_bands(&found, &filter, 48000.0, &why));
    CHECK(found.is_of_other_phase && difference(&found, &h, 48000.0) < 1e-2);
}

static void test_refused(void)
{
    static const struct {
        Digital h;
        const char* why;
    } cases[] = {{{{1, 0, 0}, {1, -2.1, 1.2}}, "does not come to rest"},
                 {{{1, 0, 0}, {1, 0, 1}}, "does not come to rest"},
                 {{{1, 0, 0}, {0, 0, 0}}, "does not come to rest"},
                 {{{0, 0, 0}, {1, -1.2, 0.5}}, "lets nothing pass"},
                 {{{1e-70, 1e-90, 0}, {1, -1.2, 0.5}}, "beyond all"},
                 {{{1, 1e90, 0}, {1, -1.2, 0.5}}, "beyond all"},
                 {{{NAN, 0, 0}, {1, -1.2, 0.5}}, "is none"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        TareSecondOrderBands found;
        const char* why = NULL;
        const TareSecondOrder filter =
            tare_second_order_of_coefficients(cases[i].h.b, cases[i].h.a);
        CHECK(!tare_second_order_bands(&found, &filter, 48000.0, &why));
        CHECK(why && strstr(why, cases[i].why) && strstr(why, "; expected"));
    }
}

int main(void)
{
    RUN(test_each_type_comes_back);
    RUN(test_of_band_is_the_cookbook);
    RUN(test_beyond_the_ranges);
    RUN(test_any_zeros_and_poles);
    RUN(test_first_order);
    RUN(test_phase_is_told);
    RUN(test_refused);
    return check_done();
}
