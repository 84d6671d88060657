/* Some frames at once are as many one after the other; and every kernel against a reference in
   double, over random sections, rates and pieces. */

#include "ahead.h"
#include "bank.h"
#include "controls.h"
#include "design.h"
#include "helpers/check.h"
#include "helpers/kernels.h"
#include "helpers/noise.h"
#include "kernel.h"
#include "tare/eq.h"

enum { n_frames = 6000, longest_piece = 300 };

static double between(uint32_t* seed, double low, double high)
{
    return low + (high - low) * (noise_next(seed) % 100001) / 100000.0;
}

/** Anything a correction may hold: also next to 0 Hz and next to Nyquist. */
static TareBiquad random_biquad(uint32_t* seed, double rate_hz)
{
    static const TareBandType types[] = {TARE_BAND_PEAK, TARE_BAND_PEAK, TARE_BAND_LOW_SHELF,
                                         TARE_BAND_HIGH_SHELF};
    const TareBand band = {types[noise_next(seed) % 4],
                           20 * pow(0.45 * rate_hz / 20, between(seed, 0, 1)), between(seed, -9, 9),
                           0.3 * pow(10, between(seed, 0, 1)), TARE_CHANNEL_BOTH};
    return tare_biquad_design(&band, 1, rate_hz);
}

static TareDeltaSection section_of(const TareBiquad* h)
{
    return (TareDeltaSection){(h->p1 - h->q1 * h->b0) / h->b0, (h->p2 / h->q2 - h->b0) / h->b0,
                              h->q1, h->q2};
}

static double one_frame(const TareDeltaSection* s, double* w1, double* w2, double x)
{
    const double y = x + *w1;
    const double missing = s->k * x - *w1;
    *w1 += *w2 + s->c1 * x - s->q1 * *w1;
    *w2 += s->q2 * missing;
    return y;
}

static void check_factors(const TareDeltaSection* s, uint32_t n_together, uint32_t* seed)
{
    double h[TARE_N_AHEAD], x[TARE_AHEAD_FRAMES], y[TARE_AHEAD_FRAMES];
    tare_ahead_factors(s, n_together, h);
    const double old1 = between(seed, -1, 1);
    const double old2 = between(seed, -0.1, 0.1);
    double w1 = old1, w2 = old2;
    for (uint32_t i = 0; i < n_together; ++i) {
        x[i] = between(seed, -1, 1);
        y[i] = one_frame(s, &w1, &w2, x[i]);
    }
    double next1 = old1 + h[TARE_AHEAD_W1_W1] * old1 + h[TARE_AHEAD_W1_W2] * old2;
    double next2 = old2 + h[TARE_AHEAD_W2_W1] * old1 + h[TARE_AHEAD_W2_W2] * old2;
    CHECK_NEAR(x[0] + old1, y[0], 1e-12);
    for (uint32_t i = 0; i < n_together; ++i) {
        next1 += h[TARE_AHEAD_W1_X + i] * x[i];
        next2 += h[TARE_AHEAD_W2_X + i] * x[i];
        if (i == 0)
            continue;
        double out = x[i] + h[TARE_AHEAD_Y1_W1 + i - 1] * old1 + h[TARE_AHEAD_Y1_W2 + i - 1] * old2;
        for (uint32_t j = 0; j < i; ++j)
            out += h[TARE_AHEAD_H0 + i - 1 - j] * x[j];
        CHECK_NEAR(out, y[i], 1e-12);
    }
    CHECK_NEAR(next1, w1, 1e-12);
    CHECK_NEAR(next2, w2, 1e-12);
    CHECK(h[TARE_AHEAD_Y1_W2] == 1.0);
}

static void test_frames_at_once_are_those_frames(void)
{
    uint32_t seed = 3;
    for (int i = 0; i < 2000; ++i) {
        const TareBiquad h = random_biquad(&seed, i % 2 ? 48000 : 192000);
        const TareDeltaSection s = section_of(&h);
        check_factors(&s, i % 3 ? 4 : 2, &seed);
    }
}

static bool is_exact(double freq_hz, double q, double rate_hz, uint32_t n_together)
{
    const TareBand band = {TARE_BAND_PEAK, freq_hz, 6, q, TARE_CHANNEL_BOTH};
    const TareBiquad h = tare_biquad_design(&band, 1, rate_hz);
    const TareDeltaSection s = section_of(&h);
    return tare_ahead_is_exact(&s, n_together);
}

/** The usual ones are exact; of the sharp high ones some are not, and the bank then does not use
    them. */
static void test_the_damping_of_sharp_sections_counts(void)
{
    int n_sharp = 0;
    for (double freq_hz = 20; freq_hz < 20000; freq_hz *= 1.07) {
        for (uint32_t n_together = 2; n_together <= 4; n_together += 2) {
            CHECK(is_exact(freq_hz, 1, 48000, n_together));
            CHECK(is_exact(freq_hz, 1, 768000, n_together));
        }
        CHECK(is_exact(freq_hz, 5, 48000, 2));
        n_sharp += !is_exact(freq_hz, 200, 48000, 4);
    }
    CHECK(n_sharp > 5);
}

/* Every kernel */

static _Alignas(TARE_KERNEL_ALIGNMENT) TareBank bank;
static float sound[2 * n_frames];

static TareCascade random_cascade(uint32_t* seed, uint32_t n_sections, double rate_hz)
{
    TareCascade cascade;
    const TareControls flat = tare_controls_default();
    tare_design_cascade(&cascade, &flat, rate_hz, 2);
    for (uint32_t k = 0; k < n_sections; ++k) {
        cascade.sections[k].biquad = random_biquad(seed, rate_hz);
        cascade.sections[k].in_channel[0] = noise_next(seed) % 8 > 0;
        cascade.sections[k].in_channel[1] = true;
    }
    return cascade;
}

/** In pieces of any length. */
static void filter_by(const TareKernel* kernel, const TareCascade* cascade, uint32_t seed)
{
    static float buffer[2 * (longest_piece + 2 * TARE_KERNEL_MARGIN)];
    float* const first = buffer + 2 * TARE_KERNEL_MARGIN;
    memset(&bank, 0, sizeof bank);
    tare_bank_init(&bank, kernel, 2);
    tare_bank_jump(&bank, cascade);
    noise_fill(sound, 2 * n_frames, 5);
    for (uint32_t done = 0, n; done < n_frames; done += n) {
        n = 1 + noise_next(&seed) % (noise_next(&seed) % 2 ? 9 : longest_piece);
        n = n < n_frames - done ? n : n_frames - done;
        for (uint32_t i = 0; i < 2 * n; ++i)
            first[i] = sound[2 * done + i] * bank.entry_gains[i % 2];
        tare_bank_filter(&bank, first, n);
        memcpy(sound + 2 * done, first, 2 * n * sizeof *first);
    }
}

/** Error of a channel relative to its sound, in dB. */
static double error_db(const TareCascade* cascade, uint32_t channel)
{
    static float in[2 * n_frames];
    double w1[TARE_N_SECTIONS] = {0}, w2[TARE_N_SECTIONS] = {0};
    double error = 0, level = 0;
    noise_fill(in, 2 * n_frames, 5);
    for (uint32_t i = 0; i < n_frames; ++i) {
        double x = (double)in[2 * i + channel];
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k) {
            const TareBiquad* h = &cascade->sections[k].biquad;
            if (!cascade->sections[k].in_channel[channel])
                continue;
            const double y = h->b0 * x + w1[k];
            w1[k] += w2[k] + h->p1 * x - h->q1 * y;
            w2[k] += h->p2 * x - h->q2 * y;
            x = y;
        }
        error += pow((double)sound[2 * i + channel] - x, 2);
        level += x * x;
    }
    return 10 * log10(error / level + 1e-30);
}

/** What few sections add to the sound is less than what many do, at 20 Hz and 768 kHz too. */
static void test_every_kernel_is_the_reference(void)
{
    static const uint32_t n_sections[] = {1, 2, 3, 4, 5, 8, 9, 10, 16, 17, 20, 28};
    static const double rates_hz[] = {44100, 48000, 96000, 192000, 768000};
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        double few_db = -400, many_db = -400;
        uint32_t seed = 7;
        for (int i = 0; i < 60; ++i) {
            const uint32_t n = n_sections[i % 12];
            const TareCascade cascade = random_cascade(&seed, n, rates_hz[i % 5]);
            filter_by(kernel, &cascade, seed);
            double* const worst_db = n <= 4 ? &few_db : &many_db;
            for (uint32_t c = 0; c < 2; ++c)
                *worst_db = fmax(*worst_db, error_db(&cascade, c));
        }
        printf("%s: worst error %.1f dB, of many sections %.1f dB\n", kernel->name, few_db,
               many_db);
        CHECK(few_db <= -125 && many_db <= -115);
    }
}

/** Two sections, and four, go ahead where the processor has the kernel. */
static void test_few_sections_go_ahead(void)
{
    uint32_t seed = 9;
    for (uint32_t n = 1; n <= 5; ++n) {
        const TareCascade cascade = random_cascade(&seed, n, 192000);
        filter_by(tare_kernel_best(), &cascade, 1);
        const bool has_it =
            tare_kernel_best() == tare_kernel_v3() || tare_kernel_best() == tare_kernel_v4();
        CHECK((bank.kernel->n_together == 4) == (n <= 4 && has_it && tare_kernel_v3()));
    }
}

int main(void)
{
    RUN(test_frames_at_once_are_those_frames);
    RUN(test_the_damping_of_sharp_sections_counts);
    RUN(test_every_kernel_is_the_reference);
    RUN(test_few_sections_go_ahead);
    return check_done();
}
