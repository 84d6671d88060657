/* Which sections cost time, and what they remember. */

#include "bank.h"
#include "controls.h"
#include "design.h"
#include "helpers/check.h"
#include "kernel_template.h"
#include "tare/eq.h"

enum { n_frames = 512 };

static _Alignas(TARE_KERNEL_ALIGNMENT) TareBank bank;
static float sound[2 * (TARE_KERNEL_MARGIN + n_frames + TARE_KERNEL_MARGIN)];

static TareCascade cascade_of(double gain_db, TareChannel channel)
{
    TareControls controls = tare_controls_default();
    TareCascade cascade;
    controls.set.bands[7] = (TareBand){TARE_BAND_PEAK, 1000, gain_db, 2, channel};
    controls.set.reference_rate_hz = 48000;
    tare_design_cascade(&cascade, &controls, 48000, 2);
    return cascade;
}

static void filter(float sample)
{
    memset(sound, 0, sizeof sound);
    sound[2 * TARE_KERNEL_MARGIN] = sound[2 * TARE_KERNEL_MARGIN + 1] = sample;
    tare_bank_filter(&bank, sound + 2 * TARE_KERNEL_MARGIN, n_frames);
    tare_bank_check(&bank);
}

static bool is_silent_inside(void)
{
    for (int r = 0; r < TARE_N_STATE; ++r)
        for (int i = 0; i < TARE_KERNEL_ROW; ++i)
            if (bank.data.state[r][i] != 0)
                return false;
    return true;
}

/** One side may run without the other. */
static void test_only_sections_that_do_something_run(void)
{
    const TareCascade flat = cascade_of(0, TARE_CHANNEL_BOTH);
    const TareCascade bell = cascade_of(6, TARE_CHANNEL_BOTH);
    const TareCascade left = cascade_of(6, TARE_CHANNEL_LEFT);
    for (uint32_t k = 0; tare_kernel_get(k); ++k) {
        memset(&bank, 0, sizeof bank);
        tare_bank_init(&bank, tare_kernel_get(k), 2);
        tare_bank_jump(&bank, &flat);
        CHECK(bank.n_running == 0 && bank.data.n_vectors == 0);
        tare_bank_jump(&bank, &bell);
        CHECK(bank.n_running == 1 && bank.running[0] == 7);
        tare_bank_jump(&bank, &left);
        CHECK(bank.n_running == 1);
        filter(1);
        CHECK(sound[2 * TARE_KERNEL_MARGIN + 3] == 0 && sound[2 * TARE_KERNEL_MARGIN + 2] != 0);
    }
}

/** 1e-25 is reached after some 50 ms; the smallest float, after nearly twice that. */
static void test_what_is_too_small_to_hear_is_cleared(void)
{
    const TareCascade bell = cascade_of(6, TARE_CHANNEL_BOTH);
    for (uint32_t k = 0; tare_kernel_get(k); ++k) {
        memset(&bank, 0, sizeof bank);
        tare_bank_init(&bank, tare_kernel_get(k), 2);
        tare_bank_jump(&bank, &bell);
        filter(1);
        CHECK(!is_silent_inside());
        int n_pieces = 1;
        for (; n_pieces < 100 && !is_silent_inside(); ++n_pieces)
            filter(0);
        CHECK_NEAR(n_pieces * n_frames / 48000.0, 0.05, 0.025);
    }
}

static void test_a_reset_forgets_everything(void)
{
    const TareCascade bell = cascade_of(6, TARE_CHANNEL_BOTH);
    memset(&bank, 0, sizeof bank);
    tare_bank_init(&bank, tare_kernel_best(), 2);
    tare_bank_jump(&bank, &bell);
    filter(1);
    tare_bank_reset(&bank);
    CHECK(bank.n_running == 0);
    tare_bank_jump(&bank, &bell);
    CHECK(is_silent_inside());
}

int main(void)
{
    RUN(test_only_sections_that_do_something_run);
    RUN(test_what_is_too_small_to_hear_is_cleared);
    RUN(test_a_reset_forgets_everything);
    return check_done();
}
