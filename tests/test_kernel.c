/* Every kernel of this machine: the same result however the frames are cut, and what happens to
   samples and states that are no sound. How exact they are is test_precision's matter. */

#include "bank.h"
#include "controls.h"
#include "design.h"
#include "helpers/check.h"
#include "helpers/kernels.h"
#include "helpers/noise.h"
#include "kernel.h"
#include "tare/eq.h"

enum { n_frames = 2048, longest_piece = 512 };

typedef struct {
    float pairs[2 * n_frames];
} Sound;

static _Alignas(TARE_KERNEL_ALIGNMENT) TareBank bank;
static Sound sounds[2];

static void start_bank(const TareKernel* kernel, const TareCascade* cascade)
{
    memset(&bank, 0, sizeof bank);
    tare_bank_init(&bank, kernel, 2);
    tare_bank_jump(&bank, cascade);
}

/** The pieces lie in a buffer of their own, for their margins are overwritten. */
static void filter_piece(float* pairs, uint32_t n)
{
    static float buffer[2 * (longest_piece + 2 * TARE_KERNEL_MARGIN)];
    float* const first = buffer + 2 * TARE_KERNEL_MARGIN;
    memcpy(first, pairs, 2 * n * sizeof *pairs);
    tare_bank_filter(&bank, first, n);
    memcpy(pairs, first, 2 * n * sizeof *pairs);
}

/** Filters noise in pieces of one length, or of random ones when it is 0. */
static void filter_noise(Sound* sound, uint32_t length)
{
    uint32_t seed = 9;
    noise_fill(sound->pairs, 2 * n_frames, 3);
    for (uint32_t done = 0; done < n_frames;) {
        uint32_t n = length ? length : 1 + noise_next(&seed) % (noise_next(&seed) % 2 ? 12 : 100);
        n = n < n_frames - done ? n : n_frames - done;
        filter_piece(sound->pairs + 2 * done, n);
        done += n;
    }
}

/** Some sections are in one channel only. */
static TareCascade cascade_of(uint32_t n_sections)
{
    TareCascade cascade;
    const TareControls flat = tare_controls_default();
    tare_design_cascade(&cascade, &flat, 48000, 2);
    for (uint32_t k = 0; k < n_sections; ++k) {
        const TareBand band = {TARE_BAND_PEAK, 40 * pow(1.27, k), k % 2 ? 4 : -5, 0.8 + 0.1 * k,
                               TARE_CHANNEL_BOTH};
        cascade.sections[k].biquad = tare_biquad_design(&band, 1, 48000);
        cascade.sections[k].in_channel[0] = k % 3 != 1;
        cascade.sections[k].in_channel[1] = k % 3 != 2;
    }
    return cascade;
}

static void test_there_are_kernels(void)
{
    REQUIRE(tare_kernel_get(0) == tare_kernel_plain());
    const TareKernel* last = NULL;
    for (uint32_t k = 0; tare_kernel_get(k); ++k)
        last = tare_kernel_get(k);
    CHECK(tare_kernel_best() == last);
}

static void test_cuts_change_no_bit(void)
{
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k)
        for (uint32_t n = 0; n <= TARE_N_SECTIONS; ++n) {
            const TareCascade cascade = cascade_of(n);
            start_bank(kernel, &cascade);
            filter_noise(&sounds[0], longest_piece);
            for (uint32_t length = 0; length < 9; ++length) {
                start_bank(kernel, &cascade);
                filter_noise(&sounds[1], length);
                CHECK(!memcmp(&sounds[0], &sounds[1], sizeof *sounds));
            }
        }
}

/** Low passes whose b0 is so small so often that it cannot be moved to the front within the range
    of float. */
static TareCascade low_passes(void)
{
    const TareBand low_pass = {TARE_BAND_LOW_PASS, 300, 0, 0.5, TARE_CHANNEL_BOTH};
    TareCascade cascade = cascade_of(20);
    for (uint32_t k = 0; k < 20; ++k) {
        cascade.sections[k].biquad = tare_biquad_design(&low_pass, 1, 48000);
        cascade.sections[k].in_channel[0] = cascade.sections[k].in_channel[1] = true;
    }
    return cascade;
}

static void test_cuts_with_b0_change_no_bit(void)
{
    const TareCascade cascade = low_passes();
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k)
        for (uint32_t length = 0; length < 9; ++length) {
            start_bank(kernel, &cascade);
            CHECK(bank.needs_b0);
            filter_noise(&sounds[length > 0], length ? length : longest_piece);
            CHECK(length == 0 || !memcmp(&sounds[0], &sounds[1], sizeof *sounds));
        }
}

static double difference_db(const Sound* a, const Sound* b)
{
    double difference = 0, level = 0;
    for (uint32_t i = 0; i < 2 * n_frames; ++i) {
        difference += pow((double)a->pairs[i] - (double)b->pairs[i], 2);
        level += pow((double)a->pairs[i], 2);
    }
    return 10 * log10(difference / level + 1e-30);
}

/** Twenty low passes leave little of noise but its slowest part. */
static void test_kernels_agree_with_b0(void)
{
    const TareCascade cascade = low_passes();
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        start_bank(kernel, &cascade);
        filter_noise(&sounds[k > 0], longest_piece);
        CHECK(k == 0 || difference_db(&sounds[0], &sounds[1]) < -120);
    }
}

static void test_a_channel_without_sections_changes_no_bit(void)
{
    TareCascade cascade = cascade_of(TARE_N_SECTIONS);
    for (uint32_t i = 0; i < TARE_N_SECTIONS; ++i)
        cascade.sections[i].in_channel[1] = false;
    static Sound noise;
    noise_fill(noise.pairs, 2 * n_frames, 3);
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        start_bank(kernel, &cascade);
        CHECK(bank.entry_gains[1] == 1.0f);
        filter_noise(&sounds[0], 100);
        for (uint32_t i = 0; i < n_frames; ++i)
            CHECK(sounds[0].pairs[2 * i + 1] == noise.pairs[2 * i + 1]);
    }
}

static void test_faults_silence_the_bank(void)
{
    const TareCascade cascade = cascade_of(10);
    const float bad[] = {NAN, INFINITY, -INFINITY, 1e37f};
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k)
        for (size_t b = 0; b < sizeof bad / sizeof *bad; ++b) {
            start_bank(kernel, &cascade);
            const size_t at = tare_kernel_place(bank.kernel, &bank.data, 3, 0);
            const size_t other = tare_kernel_place(bank.kernel, &bank.data, 9, 1);
            bank.data.state[TARE_STATE_W1][at] = bad[b];
            bank.data.state[TARE_STATE_W2][other] = 0.5f;
            tare_bank_check(&bank);
            CHECK(bank.data.state[TARE_STATE_W1][at] == 0);
            CHECK(bank.data.state[TARE_STATE_W2][other] == 0);
        }
}

static void test_inaudible_states_become_0(void)
{
    const TareCascade cascade = cascade_of(10);
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        start_bank(kernel, &cascade);
        const size_t small = tare_kernel_place(bank.kernel, &bank.data, 5, 0);
        const size_t good = tare_kernel_place(bank.kernel, &bank.data, 9, 1);
        bank.data.state[TARE_STATE_W1][small] = -1e-30f;
        bank.data.state[TARE_STATE_W2][good] = -0.25f;
        tare_bank_check(&bank);
        CHECK(bank.data.state[TARE_STATE_W1][small] == 0);
        CHECK(bank.data.state[TARE_STATE_W2][good] == -0.25f);
    }
}

static bool is_sound(float sample)
{
    return fabsf(sample) <= 1e9f; /* false for a NaN */
}

static void test_bad_samples_become_0(void)
{
    const float bad[] = {NAN, -NAN, INFINITY, -INFINITY, 1e30f, -2e9f};
    static float left[100], right[100], pairs[200], left_out[100], right_out[100];
    const float gains[] = {0.5f, 2.0f};
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k)
        for (uint32_t at = 0; at < 100; ++at) {
            noise_fill(left, 100, 1);
            noise_fill(right, 100, 2);
            (at % 2 ? left : right)[at] = bad[at % (sizeof bad / sizeof *bad)];
            left[7] = 9e8f;
            kernel->load(pairs, left, right, gains, 100);
            for (uint32_t i = 0; i < 100; ++i) {
                CHECK(pairs[2 * i] == (is_sound(left[i]) ? 0.5f * left[i] : 0));
                CHECK(pairs[2 * i + 1] == (is_sound(right[i]) ? 2.0f * right[i] : 0));
            }
            pairs[2 * at] = bad[at % 4];
            pairs[2 * at + 1] = 1e38f;
            kernel->store(pairs, left_out, right_out, 1.0f, 100);
            for (uint32_t i = 0; i < 100; ++i) {
                CHECK(left_out[i] == (i == at ? 0 : pairs[2 * i]));
                CHECK(right_out[i] == pairs[2 * i + 1]);
            }
        }
}

static void test_what_is_loaded_may_be_kept(void)
{
    enum { most = 75, max_frames = most + 1 };
    const float gains[] = {0.5f, 2.0f};
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k)
        for (uint32_t n = 0; n <= most; ++n) {
            float in[2][max_frames], kept[2][max_frames] = {{0}};
            float pairs[2 * max_frames] = {0}, same[2 * max_frames] = {0};
            noise_fill(in[0], max_frames, 1 + n);
            noise_fill(in[1], max_frames, 100 + n);
            in[n % 2][n / 2] = n % 3 ? NAN : 2.0f;
            const bool is_within = kernel->load(same, in[0], in[1], gains, n);
            CHECK(kernel->load_and_keep(pairs, in[0], in[1], gains, n,
                                        (float*[]){kept[0], kept[1]}) == is_within);
            CHECK(is_within == (n / 2 >= n));
            CHECK(memcmp(pairs, same, sizeof pairs) == 0);
            for (int c = 0; c < 2; ++c)
                CHECK(memcmp(kept[c], in[c], n * sizeof **in) == 0 && kept[c][n] == 0);
        }
}

static void test_a_difference_is_noticed_anywhere(void)
{
    enum { n_floats = 150 };
    static float a[n_floats + 1], b[n_floats + 1];
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k)
        for (uint32_t n = 0; n <= n_floats; ++n) {
            noise_fill(a, n_floats, 1);
            a[n / 2] = NAN;
            memcpy(b, a, sizeof b);
            b[n] = 7;
            CHECK(!kernel->differ(a, b, n));
            for (uint32_t at = 0; at < n; ++at) {
                b[at] = -a[at];
                CHECK(kernel->differ(a, b, n));
                b[at] = a[at];
            }
        }
}

static void test_many_low_passes(void)
{
    const TareCascade cascade = low_passes();
    static float ones[2 * longest_piece];
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = kernels_get(k)); ++k) {
        start_bank(kernel, &cascade);
        CHECK(bank.needs_b0);
        for (int i = 0; i < 60; ++i) {
            for (uint32_t j = 0; j < 2 * longest_piece; ++j)
                ones[j] = 1;
            filter_piece(ones, longest_piece);
        }
        CHECK_NEAR(ones[2 * longest_piece - 2], 1, 1e-4);
        CHECK_NEAR(ones[2 * longest_piece - 1], 1, 1e-4);
    }
}

int main(void)
{
    RUN(test_there_are_kernels);
    RUN(test_cuts_change_no_bit);
    RUN(test_cuts_with_b0_change_no_bit);
    RUN(test_kernels_agree_with_b0);
    RUN(test_a_channel_without_sections_changes_no_bit);
    RUN(test_faults_silence_the_bank);
    RUN(test_inaudible_states_become_0);
    RUN(test_bad_samples_become_0);
    RUN(test_what_is_loaded_may_be_kept);
    RUN(test_a_difference_is_noticed_anywhere);
    RUN(test_many_low_passes);
    return check_done();
}
