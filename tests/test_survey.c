#include "cascade.h"
#include "controls.h"
#include "design.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "loudness.h"
#include "pace.h"
#include "survey.h"

#include <complex.h>
#include <math.h>
#include <stdlib.h>

static TareCascade designed(const TareControls* controls, double fs)
{
    TareCascade cascade;
    tare_design_cascade(&cascade, controls, fs, 2);
    return cascade;
}

static double coefficient_power(const double* b, const double* a, double freq_hz)
{
    const double complex z = cexp(-I * 2 * M_PI * freq_hz / 48000);
    const double h = cabs((b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z));
    return h * h;
}

/** The coefficients printed in ITU-R BS.1770-4, tables 1 and 2. */
static double printed_weight_db(double freq_hz)
{
    static const double b1[] = {1.53512485958697, -2.69169618940638, 1.19839281085285};
    static const double a1[] = {1, -1.69065929318241, 0.73248077421585};
    static const double b2[] = {1, -2, 1};
    static const double a2[] = {1, -1.99004745483398, 0.99007225036621};
    return 10 * log10(coefficient_power(b1, a1, freq_hz) * coefficient_power(b2, a2, freq_hz));
}

static void test_weights_are_those_of_the_standard(void)
{
    TareBiquad h[TARE_N_WEIGHTS];
    for (int k = 0; k < TARE_N_WEIGHTS; ++k)
        h[k] = tare_biquad_design(&tare_loudness_weights[k], 1, 48000);
    const double at_1k =
        10 * log10(tare_biquad_power(&h[0], 1000, 48000) * tare_biquad_power(&h[1], 1000, 48000));
    for (double f = 20; f < 20000; f *= 1.1)
        CHECK_NEAR(
            10 * log10(tare_biquad_power(&h[0], f, 48000) * tare_biquad_power(&h[1], f, 48000)) -
                at_1k,
            printed_weight_db(f) - printed_weight_db(1000), 0.01);
}

static void test_steps_are_bounded(void)
{
    TareControls controls = tare_controls_default();
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] =
            (TareBand){TARE_BAND_PEAK, 20 * pow(1.4, i), 9, 20, (TareChannel)(1 + i % 2)};
    const double rates_hz[] = {48000, 192000, 384000, 768000};
    for (int r = 0; r < 4; ++r) {
        const TareCascade cascade = designed(&controls, rates_hz[r]);
        TareSurvey* survey = tare_survey_new(rates_hz[r]);
        REQUIRE(survey);
        tare_survey_begin(survey, &cascade, 2);
        uint32_t n = 1;
        while (tare_survey_step(survey))
            ++n;
        CHECK(n <= TARE_SURVEY_MAX_STEPS * tare_pace(rates_hz[r]).n_parts);
        CHECK_NEAR(tare_survey_peak_db(survey), tare_survey_cascade_peak_db(&cascade, 2), 0);
        tare_survey_free(survey);
    }
}

/** Narrow tops between the points of the grid, steep neighbours, 5 Hz and Nyquist. */
static void test_no_top_is_missed(void)
{
    uint32_t seed = 99;
    for (int round = 0; round < 12; ++round) {
        TareControls controls = tare_controls_default();
        for (int i = 0; i < 4; ++i)
            controls.set.bands[i] = (TareBand){(TareBandType)(noise_next(&seed) % 3),
                                               10 * pow(2000, noise_next(&seed) % 1000 / 1000.0),
                                               20.0 * (noise_next(&seed) % 1000 / 1000.0) - 8,
                                               0.3 * pow(60, noise_next(&seed) % 1000 / 1000.0),
                                               (TareChannel)(noise_next(&seed) % 3)};
        const TareCascade cascade = designed(&controls, 48000);
        double highest = -1000;
        for (double f = 5; f < 24000; f *= 1.0001)
            highest = fmax(highest, fmax(tare_cascade_gain_db(&cascade, 0, f),
                                         tare_cascade_gain_db(&cascade, 1, f)));
        const double found = tare_survey_cascade_peak_db(&cascade, 2);
        CHECK(found >= highest - 0.001);
        CHECK_NEAR(found, highest, 0.01);
    }
}

/** More tops than are looked at closely, and the highest comes last: on the right only. */
static void test_the_highest_of_many_tops_is_found(void)
{
    for (int n = 13; n <= 20; ++n)
        for (double gain_db = 3; gain_db <= 12; gain_db += 3) {
            TareControls controls = tare_controls_default();
            for (int i = 0; i < n; ++i)
                controls.set.bands[i] =
                    (TareBand){TARE_BAND_PEAK, 60 * pow(1.33, i), gain_db + (i == n - 1), 20,
                               i == n - 1 ? TARE_CHANNEL_RIGHT : TARE_CHANNEL_BOTH};
            const TareCascade cascade = designed(&controls, 48000);
            const double top_hz = controls.set.bands[n - 1].freq_hz;
            double highest = -1000;
            for (double f = 0.97 * top_hz; f < fmin(1.03 * top_hz, 24000); f *= 1.00002)
                highest = fmax(highest, tare_cascade_gain_db(&cascade, 1, f));
            CHECK(tare_survey_cascade_peak_db(&cascade, 2) >= highest - 0.001);
        }
}

enum { n_noise = 1 << 17 };

/** Pink noise: equal power in each part of an octave, by many sines a 40th of an octave apart. */
static void fill_pink(float* samples, double fs)
{
    uint32_t seed = 3;
    memset(samples, 0, n_noise * sizeof *samples);
    for (double f = 20; f < 20000; f *= exp2(1 / 40.0)) {
        const double complex step = cexp(I * 2 * M_PI * f / fs);
        double complex turn = 0.01 * cexp(I * M_PI * noise_sample(&seed));
        for (int i = 0; i < n_noise; ++i, turn *= step)
            samples[i] += (float)creal(turn);
    }
}

static void filter(const TareCascade* cascade, const float* in, float* out)
{
    double w1[TARE_N_SECTIONS] = {0}, w2[TARE_N_SECTIONS] = {0};
    for (int i = 0; i < n_noise; ++i) {
        double x = cascade->gain * in[i];
        for (int k = 0; k < TARE_N_SECTIONS; ++k) {
            const TareBiquad h = cascade->sections[k].biquad;
            const double y = h.b0 * x + w1[k];
            w1[k] += w2[k] + h.p1 * x - h.q1 * y;
            w2[k] += h.p2 * x - h.q2 * y;
            x = y;
        }
        out[i] = (float)x;
    }
}

static TareControls coloured(void)
{
    TareControls controls = tare_controls_default();
    controls.set.preamp_db = -5;
    controls.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 100, 6, 0.7, TARE_CHANNEL_BOTH};
    controls.set.bands[1] = (TareBand){TARE_BAND_PEAK, 3000, -7, 1, TARE_CHANNEL_BOTH};
    return controls;
}

/** The share of pink noise that the survey foretells is what listening to it measures. */
static void test_loudness_of_pink_noise(void)
{
    enum { n_piece = TARE_LOUDNESS_GRAIN / 4 };
    static float dry[n_noise], wet[n_noise], dry_pairs[2 * n_piece], wet_pairs[2 * n_piece];
    const TareControls controls = coloured();
    const TareCascade cascade = designed(&controls, 48000);
    fill_pink(dry, 48000);
    filter(&cascade, dry, wet);
    TareSurvey* survey = tare_survey_new(48000);
    REQUIRE(survey);
    tare_survey_begin(survey, &cascade, 2);
    while (tare_survey_step(survey)) {
    }
    const double foretold_db = 10 * log10(tare_survey_pink_power(survey));
    const bool often[] = {true, false};
    for (int p = 0; p < 2; ++p) {
        TareLoudness loudness;
        tare_loudness_init(&loudness, 48000);
        tare_loudness_reset(&loudness, tare_survey_pink_power(survey), 1.0);
        for (uint32_t i = 0; i < n_noise; i += n_piece) {
            for (uint32_t k = 0; k < n_piece; ++k) {
                dry_pairs[2 * k] = dry_pairs[2 * k + 1] = dry[i + k];
                wet_pairs[2 * k] = wet_pairs[2 * k + 1] = wet[i + k];
            }
            tare_loudness_listen(&loudness, dry_pairs, wet_pairs, n_piece, often[p]);
        }
        CHECK_NEAR(20 * log10(tare_loudness_gain(&loudness)), foretold_db, often[p] ? 0.15 : 0.5);
    }
    tare_survey_free(survey);
}

static void test_loudness_survives_bad_sound(void)
{
    static float bad[2 * TARE_LOUDNESS_GRAIN];
    for (int i = 0; i < 2 * TARE_LOUDNESS_GRAIN; ++i)
        bad[i] = i % 3 ? 3e38f : -3e38f;
    static const float silence[2 * TARE_LOUDNESS_GRAIN];
    TareLoudness loudness;
    tare_loudness_init(&loudness, 48000);
    tare_loudness_reset(&loudness, 0.25, 1.0);
    CHECK_NEAR(tare_loudness_gain(&loudness), 0.5, 1e-12);
    for (int i = 0; i < 100; ++i)
        tare_loudness_listen(&loudness, silence, silence, TARE_LOUDNESS_GRAIN, true);
    CHECK_NEAR(tare_loudness_gain(&loudness), 0.5, 1e-12);
    tare_loudness_change(&loudness, 1, 1.0);
    CHECK_NEAR(tare_loudness_gain(&loudness), 1, 1e-12);
    bad[5] = NAN;
    for (int i = 0; i < 100; ++i)
        tare_loudness_listen(&loudness, bad, bad, TARE_LOUDNESS_GRAIN, true);
    CHECK_NEAR(tare_loudness_gain(&loudness), 1, 1e-12);
}

int main(void)
{
    RUN(test_weights_are_those_of_the_standard);
    RUN(test_steps_are_bounded);
    RUN(test_no_top_is_missed);
    RUN(test_the_highest_of_many_tops_is_found);
    RUN(test_loudness_of_pink_noise);
    RUN(test_loudness_survives_bad_sound);
    return check_done();
}
