/* What the kernels add to the sound, against the same cascade in long double. */

#include "bank.h"
#include "controls.h"
#include "design.h"
#include "helpers/check.h"
#include "helpers/kernels.h"
#include "helpers/noise.h"
#include "helpers/published.h"
#include "kernel.h"
#include "tare/eq.h"

#include <math.h>
#include <stdlib.h>

enum { n_frames = 16384, n_long = 192000, max_kernels = KERNELS_MAX };

static const double rates_hz[] = {44100, 48000, 96000, 192000};
enum { n_rates = sizeof rates_hz / sizeof *rates_hz };

static float in[2][n_long], out[max_kernels][2][n_long];
static long double reference[n_long];

static TareControls controls_of(const TareBand* bands, uint32_t n)
{
    TareControls controls = tare_controls_default();
    for (uint32_t i = 0; i < n; ++i)
        controls.set.bands[i] = bands[i];
    return controls;
}

static void filter_reference(const TareCascade* cascade, uint32_t n)
{
    for (uint32_t i = 0; i < n; ++i)
        reference[i] = in[0][i];
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k) {
        const TareBiquad h = cascade->sections[k].biquad;
        long double w1 = 0;
        long double w2 = 0;
        for (uint32_t i = 0; cascade->sections[k].in_channel[0] && i < n; ++i) {
            const long double x = reference[i];
            const long double y = h.b0 * x + w1;
            w1 += w2 + h.p1 * x - h.q1 * y;
            w2 += h.p2 * x - h.q2 * y;
            reference[i] = y;
        }
    }
}

static void filter_bank(const TareKernel* kernel, const TareCascade* cascade, float (*to)[n_long],
                        uint32_t n)
{
    enum { piece = 512 };
    static _Alignas(TARE_KERNEL_ALIGNMENT) TareBank bank;
    static float pairs[2 * (piece + 2 * TARE_KERNEL_MARGIN)];
    float* const first = pairs + 2 * TARE_KERNEL_MARGIN;
    memset(&bank, 0, sizeof bank);
    tare_bank_init(&bank, kernel, 2);
    tare_bank_jump(&bank, cascade);
    for (uint32_t i = 0; i < n; i += piece) {
        const uint32_t m = n - i < piece ? n - i : piece;
        kernel->load(first, in[0] + i, in[1] + i, bank.entry_gains, m);
        tare_bank_filter(&bank, first, m);
        kernel->store(first, to[0] + i, to[1] + i, FLT_MAX, m);
    }
}

/** Power of the difference of a kernel's left channel from the reference, and of the reference. */
static double error_power(uint32_t k, uint32_t n)
{
    long double sum = 0;
    for (uint32_t i = 0; i < n; ++i)
        sum += (out[k][0][i] - reference[i]) * (out[k][0][i] - reference[i]);
    return (double)sum / n + 1e-30;
}

static double reference_power(uint32_t n)
{
    long double sum = 0;
    for (uint32_t i = 0; i < n; ++i)
        sum += reference[i] * reference[i];
    return (double)sum / n + 1e-30;
}

static double disagreement_power(uint32_t a, uint32_t b, uint32_t n)
{
    double sum = 0;
    for (uint32_t c = 0; c < 2; ++c)
        for (uint32_t i = 0; i < n; ++i)
            sum += pow((double)out[a][c][i] - (double)out[b][c][i], 2);
    return sum / (2 * n) + 1e-30;
}

/** -12 dB of full scale. */
static void fill_noise(uint32_t n)
{
    const float level = 0.2512f * 1.7321f;
    uint32_t seed = 5;
    for (uint32_t i = 0; i < n; ++i) {
        in[0][i] = level * noise_sample(&seed);
        in[1][i] = level * noise_sample(&seed);
    }
}

typedef struct {
    double error_db[max_kernels]; ///< worst so far, relative to the output
    double disagreement_db;
} Worst;

static const Worst none = {{-400, -400, -400, -400, -400, -400}, -400};

static void judge(const TareControls* controls, double rate_hz, uint32_t n, Worst* worst)
{
    TareCascade cascade;
    tare_design_cascade(&cascade, controls, rate_hz, 2);
    filter_reference(&cascade, n);
    const double level = reference_power(n);
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)) && k < max_kernels; ++k) {
        filter_bank(kernel, &cascade, out[k], n);
        worst->error_db[k] = fmax(worst->error_db[k], 10 * log10(error_power(k, n) / level));
        worst->disagreement_db =
            fmax(worst->disagreement_db, 10 * log10(disagreement_power(0, k, n) / level));
    }
}

static void check_worst(const Worst* worst, double rate_hz)
{
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        printf("%-10s %6.0f Hz: worst error %.1f dB\n", kernel->name, rate_hz, worst->error_db[k]);
        CHECK(worst->error_db[k] <= -125);
    }
    CHECK(worst->disagreement_db <= -120);
}

/* Ten bands each out of this list, which holds what is hard for numbers: low, narrow, steep, near
   Nyquist, one against the other. */
static const TareBand hard_bands[] = {
    {TARE_BAND_PEAK, 20, 6, 10, TARE_CHANNEL_BOTH},
    {TARE_BAND_LOW_SHELF, 105, 10, 0.7, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 21, -6, 8, TARE_CHANNEL_BOTH},
    {TARE_BAND_HIGH_SHELF, 10000, -8, 0.7, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 16000, -12, 6, TARE_CHANNEL_BOTH},
    {TARE_BAND_LOW_SHELF, 30, 6, 1, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 8, 6, 1, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 17000, 6, 3, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 5500, -9, 20, TARE_CHANNEL_BOTH},
    {TARE_BAND_HIGH_PASS, 20, 0, 0.7, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 3000, 5, 0.1, TARE_CHANNEL_BOTH},
    {TARE_BAND_LOW_SHELF, 60, -12, 0.3, TARE_CHANNEL_BOTH},
    {TARE_BAND_HIGH_SHELF, 200, 6, 0.5, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 100, 7, 2, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 101, -7, 2, TARE_CHANNEL_BOTH},
    {TARE_BAND_LOW_PASS, 14000, 0, 0.7, TARE_CHANNEL_BOTH},
    {TARE_BAND_NOTCH, 50, 0, 10, TARE_CHANNEL_BOTH},
    {TARE_BAND_ALL_PASS, 40, 0, 0.4, TARE_CHANNEL_BOTH},
    {TARE_BAND_PEAK, 13000, 6, 2, TARE_CHANNEL_BOTH},
};
enum { n_hard_bands = sizeof hard_bands / sizeof *hard_bands, n_hard_presets = 20 };

static TareControls hard_preset(uint32_t index)
{
    TareBand bands[10];
    for (uint32_t i = 0; i < 10; ++i)
        bands[i] = hard_bands[(index + i * (1 + index % 6)) % n_hard_bands];
    return controls_of(bands, 10);
}

static void test_hard_presets(void)
{
    fill_noise(n_frames);
    for (int r = 0; r < n_rates; ++r) {
        Worst worst = none;
        for (uint32_t i = 0; i < n_hard_presets; ++i) {
            const TareControls controls = hard_preset(i);
            judge(&controls, rates_hz[r], n_frames, &worst);
        }
        check_worst(&worst, rates_hz[r]);
    }
}

static void check_published(double reference_rate_hz, double rate_hz)
{
    enum { n_wanted = 200 };
    TareBandSet* sets;
    const size_t n = published_read(&sets);
    REQUIRE(n >= n_wanted);
    Worst worst = none;
    for (size_t i = 0; i < n_wanted; ++i) {
        const TareBandSet* set = &sets[i * (n / n_wanted)];
        TareControls controls = controls_of(set->bands, set->n_bands);
        controls.set.reference_rate_hz = reference_rate_hz;
        judge(&controls, rate_hz, n_frames, &worst);
    }
    check_worst(&worst, rate_hz);
    free(sets);
}

static void test_published_presets(void)
{
    fill_noise(n_frames);
    for (int r = 0; r < n_rates; ++r)
        check_published(0, rates_hz[r]);
}

/** Where one rate is nearly the other, sections stand close to Nyquist. */
static void test_published_presets_at_a_near_rate(void)
{
    fill_noise(n_frames);
    check_published(44100, 48000);
    check_published(48000, 44100);
}

static void check_low_bell(const char* sound, double limit_dbfs)
{
    const TareBand bell = {TARE_BAND_PEAK, 20, 6, 10, TARE_CHANNEL_BOTH};
    const TareControls controls = controls_of(&bell, 1);
    Worst worst = none;
    judge(&controls, 192000, n_long, &worst);
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        const double error_dbfs = 10 * log10(error_power(k, n_long));
        printf("%-10s 20 Hz Q 10 at 192 kHz, %s: %.1f dBFS\n", kernel->name, sound, error_dbfs);
        CHECK(error_dbfs <= limit_dbfs);
    }
}

static void fill_tone(double freq_hz)
{
    for (uint32_t i = 0; i < n_long; ++i)
        in[0][i] = in[1][i] = (float)(0.2512 * sqrt(2) * sin(2 * M_PI * freq_hz / 192000 * i));
}

/** A tone at the very centre is the hardest: its period repeats the same roundings. */
static void test_a_low_narrow_bell_at_a_high_rate(void)
{
    fill_noise(n_long);
    check_low_bell("noise", -140);
    fill_tone(1000);
    check_low_bell("tone of 1 kHz", -140);
    fill_tone(20);
    check_low_bell("tone of 20 Hz", -115);
}

int main(void)
{
    RUN(test_hard_presets);
    RUN(test_published_presets);
    RUN(test_published_presets_at_a_near_rate);
    RUN(test_a_low_narrow_bell_at_a_high_rate);
    return check_done();
}
