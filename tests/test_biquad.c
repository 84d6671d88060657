#include "biquad.h"
#include "helpers/check.h"
#include "helpers/stable.h"
#include "tare/band.h"
#include "tare/limits.h"

#include <complex.h>
#include <math.h>

static const double rates_hz[] = {8000, 44100, 48000, 96000, 192000, 384000};
enum { n_rates = sizeof rates_hz / sizeof *rates_hz };

/** b and a of the cookbook as it is printed (Bristow-Johnson), written from the text and not from
    our own code. */
typedef struct {
    double b[3], a[3];
} Cookbook;

static Cookbook cookbook_plain(TareBandType type, double w0, double alpha)
{
    const double c = cos(w0);
    const double a[3] = {1 + alpha, -2 * c, 1 - alpha};
    Cookbook h = {{0, 0, 0}, {a[0], a[1], a[2]}};
    const double b[TARE_N_BAND_TYPES][3] = {
        [TARE_BAND_LOW_PASS] = {(1 - c) / 2, 1 - c, (1 - c) / 2},
        [TARE_BAND_HIGH_PASS] = {(1 + c) / 2, -(1 + c), (1 + c) / 2},
        [TARE_BAND_NOTCH] = {1, -2 * c, 1},
        [TARE_BAND_BAND_PASS] = {alpha, 0, -alpha},
        [TARE_BAND_ALL_PASS] = {1 - alpha, -2 * c, 1 + alpha},
    };
    memcpy(h.b, b[type], sizeof h.b);
    return h;
}

static Cookbook cookbook(TareBand band, double fs)
{
    const double w0 = 2 * M_PI * band.freq_hz / fs;
    const double A = pow(10, band.gain_db / 40);
    const double c = cos(w0);
    const double alpha = sin(w0) / (2 * band.q);
    const double s = 2 * sqrt(A) * alpha;
    if (band.type == TARE_BAND_PEAK)
        return (Cookbook){{1 + alpha * A, -2 * c, 1 - alpha * A},
                          {1 + alpha / A, -2 * c, 1 - alpha / A}};
    if (band.type == TARE_BAND_LOW_SHELF)
        return (Cookbook){
            {A * ((A + 1) - (A - 1) * c + s), 2 * A * ((A - 1) - (A + 1) * c),
             A * ((A + 1) - (A - 1) * c - s)},
            {(A + 1) + (A - 1) * c + s, -2 * ((A - 1) + (A + 1) * c), (A + 1) + (A - 1) * c - s}};
    if (band.type == TARE_BAND_HIGH_SHELF)
        return (Cookbook){
            {A * ((A + 1) + (A - 1) * c + s), -2 * A * ((A - 1) + (A + 1) * c),
             A * ((A + 1) + (A - 1) * c - s)},
            {(A + 1) - (A - 1) * c + s, 2 * ((A - 1) - (A + 1) * c), (A + 1) - (A - 1) * c - s}};
    return cookbook_plain(band.type, w0, alpha);
}

static double cookbook_db(TareBand band, double freq_hz, double fs)
{
    const Cookbook h = cookbook(band, fs);
    const double complex z = cexp(-I * 2 * M_PI * freq_hz / fs);
    const double complex n = h.b[0] + h.b[1] * z + h.b[2] * z * z;
    const double complex d = h.a[0] + h.a[1] * z + h.a[2] * z * z;
    return 20 * log10(cabs(n / d) + 1e-12);
}

static double our_db(TareBand band, double freq_hz, double fs)
{
    const TareBiquad h = tare_biquad_design(&band, 1.0, fs);
    return 20 * log10(sqrt(tare_biquad_power(&h, freq_hz, fs)) + 1e-12);
}

static void test_every_type_is_the_cookbook(void)
{
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
        for (double gain_db = -30; gain_db <= 30; gain_db += 7.5)
            for (double q = 0.1; q <= 20; q *= 3)
                for (double f = 20; f < 20000; f *= 2.3) {
                    const TareBand band = {(TareBandType)type, f, gain_db, q, TARE_CHANNEL_BOTH};
                    for (double at = 30; at < 22000; at *= 1.7)
                        CHECK_NEAR(our_db(band, at, 48000), cookbook_db(band, at, 48000), 1e-6);
                }
}

static void test_peak_has_its_gain_at_the_centre(void)
{
    for (int r = 0; r < n_rates; ++r) {
        const TareBand band = {TARE_BAND_PEAK, 3000, -6, 8, TARE_CHANNEL_BOTH};
        CHECK_NEAR(our_db(band, 3000, rates_hz[r]), -6, 1e-9);
        CHECK_NEAR(our_db(band, 1e-3, rates_hz[r]), 0, 1e-6);
        CHECK_NEAR(our_db(band, rates_hz[r] / 2, rates_hz[r]), 0, 1e-9);
    }
}

static void test_shelves_have_half_their_gain_at_the_corner(void)
{
    const TareBand low = {TARE_BAND_LOW_SHELF, 105, 9, 0.7, TARE_CHANNEL_BOTH};
    CHECK_NEAR(our_db(low, 105, 48000), 4.5, 1e-9);
    CHECK_NEAR(our_db(low, 1e-3, 48000), 9, 1e-6);
    CHECK_NEAR(our_db(low, 24000, 48000), 0, 1e-9);
    const TareBand high = {TARE_BAND_HIGH_SHELF, 8000, 9, 0.7, TARE_CHANNEL_BOTH};
    CHECK_NEAR(our_db(high, 8000, 48000), 4.5, 1e-9);
    CHECK_NEAR(our_db(high, 1e-3, 48000), 0, 1e-6);
    CHECK_NEAR(our_db(high, 24000, 48000), 9, 1e-9);
}

static void test_cut_is_the_inverse_of_boost(void)
{
    for (int type = TARE_BAND_PEAK; type <= TARE_BAND_HIGH_SHELF; ++type)
        for (double f = 10; f < 22000; f *= 1.9) {
            const TareBand boost = {(TareBandType)type, f, 11, 1.3, TARE_CHANNEL_BOTH};
            const TareBand cut = {(TareBandType)type, f, -11, 1.3, TARE_CHANNEL_BOTH};
            for (double at = 10; at < 24000; at *= 1.5)
                CHECK_NEAR(our_db(boost, at, 48000) + our_db(cut, at, 48000), 0, 1e-9);
        }
}

static void test_zero_gain_cancels_exactly(void)
{
    for (int type = TARE_BAND_PEAK; type <= TARE_BAND_HIGH_SHELF; ++type) {
        const TareBand band = {(TareBandType)type, 777, 0, 0.9, TARE_CHANNEL_BOTH};
        const TareBiquad h = tare_biquad_design(&band, 1.0, 44100);
        CHECK(h.b0 == 1.0 && h.p1 == h.q1 && h.p2 == h.q2);
    }
}

static void test_strength_scales_decibels(void)
{
    const TareBand whole = {TARE_BAND_PEAK, 1000, 12, 2, TARE_CHANNEL_BOTH};
    const TareBand half = {TARE_BAND_PEAK, 1000, 6, 2, TARE_CHANNEL_BOTH};
    const TareBiquad h = tare_biquad_design(&whole, 0.5, 48000);
    for (double at = 20; at < 24000; at *= 1.3)
        CHECK_NEAR(10 * log10(tare_biquad_power(&h, at, 48000)), our_db(half, at, 48000), 1e-9);

    const TareBand notch = {TARE_BAND_NOTCH, 1000, 0, 2, TARE_CHANNEL_BOTH};
    const TareBiquad mixed = tare_biquad_design(&notch, 0.5, 48000);
    CHECK_NEAR(tare_biquad_power(&mixed, 1000, 48000), 0.25, 1e-9);
}

static void test_an_all_pass_passes_all_at_every_strength(void)
{
    for (double strength = 0; strength <= 1; strength += 0.125)
        for (double q = 0.1; q <= 20; q *= 5) {
            const TareBand band = {TARE_BAND_ALL_PASS, 1000, 0, q, TARE_CHANNEL_BOTH};
            const TareBiquad h = tare_biquad_design(&band, strength, 48000);
            for (double at = 20; at < 24000; at *= 1.1)
                CHECK_NEAR(tare_biquad_power(&h, at, 48000), 1, 1e-9);
            CHECK((h.p1 == h.q1 && h.p2 == h.q2) == (strength == 0));
        }
}

static void test_all_designs_are_stable(void)
{
    for (int r = 0; r < n_rates; ++r)
        for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
            for (double gain_db = -30; gain_db <= 30; gain_db += 30)
                for (double q = TARE_Q_MIN; q <= TARE_Q_MAX; q *= 1.9)
                    for (double f = TARE_FREQ_MIN_HZ; f <= TARE_FREQ_MAX_HZ; f *= 1.7) {
                        const TareBand band = {(TareBandType)type, f, gain_db, q,
                                               TARE_CHANNEL_BOTH};
                        const TareBiquad h = tare_biquad_design(&band, 1.0, rates_hz[r]);
                        CHECK(is_stable(&h));
                    }
}

static void test_unstable_sections_are_told(void)
{
    /* a double pole at z = 1.1: g = 0.1 */
    const TareBiquad outside = {1, 0, 0, -0.2, 0.01};
    CHECK(!is_stable(&outside));
    const TareBiquad at_minus_one = {1, 0, 0, 4, 4};
    CHECK(!is_stable(&at_minus_one));
    const TareBiquad inside = {1, 0, 0, 0.2, 0.01};
    CHECK(is_stable(&inside));
}

/** The definition in double, at the lowest band and a high rate, where other forms lose figures. */
static void test_low_frequencies_keep_their_precision(void)
{
    const TareBand band = {TARE_BAND_PEAK, 8, 6, 20, TARE_CHANNEL_BOTH};
    CHECK_NEAR(our_db(band, 8, 384000), 6, 1e-9);
    const double u = pow(tan(M_PI * 9 / 384000) / tan(M_PI * 8 / 384000), 2);
    const double A = pow(10, 6.0 / 40);
    const double power = (pow(1 - u, 2) + A * A * u / 400) / (pow(1 - u, 2) + u / (A * A * 400));
    CHECK_NEAR(our_db(band, 9, 384000), 10 * log10(power), 1e-9);
}

int main(void)
{
    RUN(test_every_type_is_the_cookbook);
    RUN(test_peak_has_its_gain_at_the_centre);
    RUN(test_shelves_have_half_their_gain_at_the_corner);
    RUN(test_cut_is_the_inverse_of_boost);
    RUN(test_zero_gain_cancels_exactly);
    RUN(test_strength_scales_decibels);
    RUN(test_an_all_pass_passes_all_at_every_strength);
    RUN(test_all_designs_are_stable);
    RUN(test_unstable_sections_are_told);
    RUN(test_low_frequencies_keep_their_precision);
    return check_done();
}
