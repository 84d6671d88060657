#include "helpers/check.h"
#include "helpers/rates.h"
#include "helpers/stable.h"
#include "match.h"
#include "tare/band_traits.h"
#include "tare/limits.h"

#include <stdlib.h>

static const double stream_rates_hz[] = {8000, 44100, 48000, 88200, 96000, 176400, 192000, 384000};
static const double reference_rates_hz[] = {0, 44100, 48000, 96000, 1, 8000, 768000};
enum {
    n_stream_rates = sizeof stream_rates_hz / sizeof *stream_rates_hz,
    n_reference_rates = sizeof reference_rates_hz / sizeof *reference_rates_hz
};

static double level_db(const TareBiquad* h, double freq_hz, double rate_hz)
{
    return 10.0 * log10(tare_biquad_power(h, freq_hz, rate_hz) + 1e-30);
}

static TareBiquad matched(const TareBand* band, double strength, double reference_rate_hz,
                          double rate_hz)
{
    TareMatch match;
    tare_match_design(&match, band, strength, reference_rate_hz, rate_hz);
    return match.biquad;
}

/** The largest distance of one band from the printed formula up to 20 kHz. */
static double error_db(TareBand band, double reference_rate_hz, double rate_hz)
{
    const TareBandSet set = {.reference_rate_hz = reference_rate_hz, .n_bands = 1, .bands = {band}};
    const TareBiquad h = matched(&band, 1.0, reference_rate_hz, rate_hz);
    double largest = 0.0;
    for (double f = 10.0; f <= 20000.0; f *= 1.01) {
        const double error = fabs(level_db(&h, f, rate_hz) - rates_wanted_db(&set, f));
        if (!(error <= largest))
            largest = error;
    }
    return largest;
}

static void test_analogue_bells_and_shelves(void)
{
    static const TareBand table[] = {
        {TARE_BAND_PEAK, 5500, 6, 8, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 10000, 6, 1, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 10000, 6, 2, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 10000, 6, 5, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 13000, 6, 1, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 13000, 6, 2, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 13000, 6, 5, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 16000, 6, 1, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 16000, 6, 2, TARE_CHANNEL_BOTH},
        {TARE_BAND_PEAK, 16000, 6, 5, TARE_CHANNEL_BOTH},
        {TARE_BAND_HIGH_SHELF, 10000, 6, 0.7, TARE_CHANNEL_BOTH},
        {TARE_BAND_LOW_SHELF, 105, 6, 0.7, TARE_CHANNEL_BOTH},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; ++i)
        for (int k = 1; k < n_stream_rates; ++k) {
            TareBand band = table[i];
            CHECK(error_db(band, 0.0, stream_rates_hz[k]) <= 0.12);
            band.gain_db = -band.gain_db;
            CHECK(error_db(band, 0.0, stream_rates_hz[k]) <= 0.12);
        }
}

static void test_moderate_bands_keep_a_reference(void)
{
    for (double f = 20.0; f < 17000.0; f *= 1.3)
        for (double q = 1.0; q < 12.0; q *= 1.6)
            for (int k = 2; k < n_stream_rates; ++k) {
                const TareBand band = {TARE_BAND_PEAK, f, 6, q, TARE_CHANNEL_BOTH};
                CHECK(error_db(band, 44100.0, stream_rates_hz[k]) <= 0.25);
            }
}

static bool is_same(TareBiquad a, TareBiquad b)
{
    return a.b0 == b.b0 && a.p1 == b.p1 && a.p2 == b.p2 && a.q1 == b.q1 && a.q2 == b.q2;
}

static void test_the_reference_rate_is_the_cookbook(void)
{
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
        for (double f = 20.0; f < 22000.0; f *= 1.7) {
            const TareBand band = {(TareBandType)type, f, -7.3, 1.1, TARE_CHANNEL_BOTH};
            const double strength = tare_band_type_has_gain(band.type) ? 1.0 : 0.6;
            CHECK(is_same(matched(&band, strength, 44100.0, 44100.0),
                          tare_biquad_design(&band, strength, 44100.0)));
        }
}

static void test_half_is_half_the_level(void)
{
    for (int type = 0; type < 3; ++type)
        for (double f = 30.0; f < 6000.0; f *= 1.7)
            for (double q = 0.5; q < 5.0; q *= 1.5)
                for (double strength = 0.25; strength < 1.0; strength += 0.25)
                    for (int k = 1; k < 5; ++k) {
                        const TareBand band = {(TareBandType)type, f, type == 0 ? 6.0 : -6.0,
                                               type == 0 ? q : 0.7, TARE_CHANNEL_BOTH};
                        const TareBandSet set = {
                            .reference_rate_hz = 44100.0, .n_bands = 1, .bands = {band}};
                        const double rate_hz = stream_rates_hz[k];
                        const TareBiquad h = matched(&band, strength, 44100.0, rate_hz);
                        for (double at = 20.0; at < 19500.0; at *= 1.1)
                            CHECK_NEAR(level_db(&h, at, rate_hz),
                                       strength * rates_wanted_db(&set, at), 0.1);
                    }
}

/** A reproducible number of 0 .. 1. */
static double chance(uint32_t* state)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) / 16777216.0;
}

static TareBand random_band(uint32_t* state, int n_types)
{
    const TareBandType type = (TareBandType)(int)(chance(state) * n_types);
    const double freq_hz =
        TARE_FREQ_MIN_HZ * pow(TARE_FREQ_MAX_HZ / TARE_FREQ_MIN_HZ, chance(state));
    const double gain_db = TARE_GAIN_MAX_DB * (2.0 * chance(state) - 1.0);
    const double q = TARE_Q_MIN * pow(TARE_Q_MAX / TARE_Q_MIN, chance(state));
    return (TareBand){type, freq_hz, gain_db, q, TARE_CHANNEL_BOTH};
}

static void check_sound(const TareBiquad* h)
{
    CHECK(is_stable(h));
    CHECK(isfinite(h->b0) && isfinite(h->p1) && isfinite(h->p2));
}

static void test_all_designs_are_stable(void)
{
    uint32_t state = 1;
    for (int i = 0; i < 1500; ++i) {
        const TareBand band = random_band(&state, TARE_N_BAND_TYPES);
        const double strength = i % 3 == 0 ? chance(&state) : 1.0;
        for (int r = 0; r < n_reference_rates; ++r)
            for (int k = 0; k < n_stream_rates; ++k) {
                const TareBiquad h =
                    matched(&band, strength, reference_rates_hz[r], stream_rates_hz[k]);
                check_sound(&h);
            }
    }
    for (int corner = 0; corner < 8 * TARE_N_BAND_TYPES; ++corner) {
        const TareBand band = {(TareBandType)(corner / 8),
                               corner & 1 ? TARE_FREQ_MAX_HZ : TARE_FREQ_MIN_HZ,
                               corner & 2 ? TARE_GAIN_MAX_DB : TARE_GAIN_MIN_DB,
                               corner & 4 ? TARE_Q_MAX : TARE_Q_MIN, TARE_CHANNEL_BOTH};
        for (int r = 0; r < n_reference_rates; ++r)
            for (int k = 0; k < n_stream_rates; ++k) {
                const TareBiquad h = matched(&band, 1.0, reference_rates_hz[r], stream_rates_hz[k]);
                check_sound(&h);
            }
    }
}

/** Zeros inside the unit circle: the inverse is stable too. */
static void test_peaks_and_shelves_have_minimum_phase(void)
{
    uint32_t state = 2;
    for (int i = 0; i < 3000; ++i) {
        const TareBand band = random_band(&state, 3);
        const TareBiquad h = matched(&band, 1.0, reference_rates_hz[i % n_reference_rates],
                                     stream_rates_hz[i % n_stream_rates]);
        const TareBiquad inverse = {.b0 = 1.0, .q1 = h.p1 / h.b0, .q2 = h.p2 / h.b0};
        CHECK(is_stable(&inverse));
    }
}

static void test_cut_is_the_inverse_of_boost(void)
{
    uint32_t state = 3;
    for (int i = 0; i < 1000; ++i) {
        TareBand band = random_band(&state, 3);
        const double reference_hz = reference_rates_hz[i % n_reference_rates];
        const double rate_hz = stream_rates_hz[i % n_stream_rates];
        const TareBiquad one = matched(&band, 1.0, reference_hz, rate_hz);
        band.gain_db = -band.gain_db;
        const TareBiquad other = matched(&band, 1.0, reference_hz, rate_hz);
        CHECK_NEAR(one.b0 * other.b0, 1.0, 1e-12);
        CHECK_NEAR(one.b0 * other.q1 / one.p1, 1.0, 1e-12);
        CHECK_NEAR(one.b0 * other.q2 / one.p2, 1.0, 1e-12);
        CHECK_NEAR(other.b0 * one.q1 / other.p1, 1.0, 1e-12);
        CHECK_NEAR(other.b0 * one.q2 / other.p2, 1.0, 1e-12);
    }
}

static void test_zero_gain_changes_nothing(void)
{
    uint32_t state = 4;
    for (int i = 0; i < 1000; ++i) {
        TareBand band = random_band(&state, 3);
        band.gain_db = 0.0;
        const TareBiquad h = matched(&band, 1.0, reference_rates_hz[i % n_reference_rates],
                                     stream_rates_hz[i % n_stream_rates]);
        CHECK(is_same(h, (TareBiquad){1.0, h.q1, h.q2, h.q1, h.q2}));
    }
}

/** 20 Hz at 192 kHz lives in coefficients of 1e-7: they must be right even as floats. */
static void test_low_frequencies_keep_their_precision(void)
{
    const TareBand band = {TARE_BAND_PEAK, 20.0, 6.0, 10.0, TARE_CHANNEL_BOTH};
    const TareBandSet set = {.reference_rate_hz = 44100.0, .n_bands = 1, .bands = {band}};
    const TareBiquad h = matched(&band, 1.0, 44100.0, 192000.0);
    const TareBiquad rounded = {(float)h.b0, (float)h.p1, (float)h.p2, (float)h.q1, (float)h.q2};
    for (double f = 10.0; f < 40.0; f += 0.1) {
        CHECK_NEAR(level_db(&h, f, 192000.0), rates_wanted_db(&set, f), 0.001);
        CHECK_NEAR(level_db(&rounded, f, 192000.0), rates_wanted_db(&set, f), 0.001);
    }
}

static void test_an_all_pass_passes_all(void)
{
    for (double f = 20.0; f < 20000.0; f *= 1.5)
        for (int k = 1; k < n_stream_rates; ++k) {
            const TareBand band = {TARE_BAND_ALL_PASS, f, 0.0, 0.8, TARE_CHANNEL_BOTH};
            const TareBiquad h = matched(&band, 1.0, 0.0, stream_rates_hz[k]);
            for (double at = 10.0; at < 20000.0; at *= 1.6)
                CHECK_NEAR(level_db(&h, at, stream_rates_hz[k]), 0.0, 1e-9);
        }
}

static void test_a_notch_keeps_its_zero_and_its_sides(void)
{
    for (int r = 0; r < 2; ++r)
        for (int k = 2; k < n_stream_rates; ++k)
            for (double f = 50.0; f < 12000.0; f *= 1.7) {
                const TareBand band = {TARE_BAND_NOTCH, f, 0.0, 2.0, TARE_CHANNEL_BOTH};
                const double rate_hz = stream_rates_hz[k];
                const TareBiquad h = matched(&band, 1.0, reference_rates_hz[r], rate_hz);
                CHECK(level_db(&h, f, rate_hz) < -100.0);
                CHECK_NEAR(level_db(&h, f / 10.0, rate_hz), 0.0, 0.05);
                if (f < 2000.0)
                    CHECK_NEAR(level_db(&h, 10.0 * f, rate_hz), 0.0, 0.05);
            }
}

/** The analogue low pass and high pass of Butterworth's Q: 3 dB at the corner, 12 dB an octave. */
static void test_passes_keep_their_corner(void)
{
    for (int k = 2; k < n_stream_rates; ++k)
        for (double f = 40.0; f < 9000.0; f *= 1.5) {
            const double rate_hz = stream_rates_hz[k];
            const TareBand low = {TARE_BAND_LOW_PASS, f, 0.0, sqrt(0.5), TARE_CHANNEL_BOTH};
            const TareBand high = {TARE_BAND_HIGH_PASS, f, 0.0, sqrt(0.5), TARE_CHANNEL_BOTH};
            const TareBiquad l = matched(&low, 1.0, 0.0, rate_hz);
            const TareBiquad h = matched(&high, 1.0, 0.0, rate_hz);
            CHECK_NEAR(level_db(&l, f, rate_hz), -3.0103, 0.2);
            CHECK_NEAR(level_db(&h, f, rate_hz), -3.0103, 0.3);
            CHECK_NEAR(level_db(&l, f / 4.0, rate_hz), -0.0169, 0.1);
            CHECK_NEAR(level_db(&h, f / 4.0, rate_hz), -24.0993, 0.3);
            CHECK_NEAR(level_db(&l, 2.0 * f, rate_hz), -12.3045, 0.3);
        }
}

int main(void)
{
    RUN(test_analogue_bells_and_shelves);
    RUN(test_moderate_bands_keep_a_reference);
    RUN(test_the_reference_rate_is_the_cookbook);
    RUN(test_half_is_half_the_level);
    RUN(test_all_designs_are_stable);
    RUN(test_peaks_and_shelves_have_minimum_phase);
    RUN(test_cut_is_the_inverse_of_boost);
    RUN(test_zero_gain_changes_nothing);
    RUN(test_low_frequencies_keep_their_precision);
    RUN(test_an_all_pass_passes_all);
    RUN(test_a_notch_keeps_its_zero_and_its_sides);
    RUN(test_passes_keep_their_corner);
    return check_done();
}
