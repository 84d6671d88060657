/* Which sections cost time: only those that do something, or still ring. */

#include "bank.h"
#include "check.h"

enum { n_frames = 512 };

static _Alignas(TARE_KERNEL_ALIGNMENT) TareBank bank;
static float sound[2 * (TARE_KERNEL_MARGIN + n_frames + TARE_KERNEL_MARGIN)];
static float shape[n_frames];

static TareCascade cascade_of(double gain_db, TareChannel channel)
{
    TareControls controls = tare_controls_default();
    TareCascade cascade;
    controls.set.bands[7] = (TareBand){TARE_BAND_PEAK, 1000, gain_db, 2, channel};
    controls.set.reference_rate_hz = 48000;
    tare_cascade_design(&cascade, &controls, 48000, 2);
    return cascade;
}

static void filter(bool is_moving, float sample)
{
    memset(sound, 0, sizeof sound);
    sound[2 * TARE_KERNEL_MARGIN] = sound[2 * TARE_KERNEL_MARGIN + 1] = sample;
    tare_bank_filter(&bank, sound + 2 * TARE_KERNEL_MARGIN, is_moving ? shape : NULL, n_frames);
    tare_bank_check(&bank);
}

static void glide(const TareCascade* cascade)
{
    tare_bank_glide(&bank, cascade);
    filter(true, 1);
    tare_bank_arrive(&bank);
}

static bool is_silent_inside(void)
{
    for (int r = 0; r < TARE_N_STATE; ++r)
        for (int i = 0; i < TARE_KERNEL_ROW; ++i)
            if (bank.data.state[r][i] != 0)
                return false;
    return true;
}

/** Each kernel in turn; a bell of 1 kHz, Q 2 that goes away rings for some 20 ms yet. */
static void test_a_band_that_goes_away_stops_when_it_is_silent(void)
{
    const TareCascade flat = cascade_of(0, TARE_CHANNEL_BOTH);
    const TareCascade bell = cascade_of(6, TARE_CHANNEL_BOTH);
    for (int i = 0; i < n_frames; ++i)
        shape[i] = (float)(i + 1) / n_frames;
    for (uint32_t k = 0; tare_kernel_get(k); ++k) {
        memset(&bank, 0, sizeof bank);
        tare_bank_init(&bank, tare_kernel_get(k), 2);
        tare_bank_jump(&bank, &flat);
        CHECK(bank.n_running == 0);
        glide(&bell);
        CHECK(bank.n_running == 1 && bank.running[0] == 7);
        for (int i = 0; i < 50; ++i)
            filter(false, 1);
        CHECK(bank.n_running == 1);
        glide(&flat);
        CHECK(bank.n_running == 1);
        int n_pieces = 0;
        for (; n_pieces < 100 && bank.n_running > 0; ++n_pieces)
            filter(false, 0);
        CHECK(n_pieces > 0 && n_pieces <= 10);
        CHECK(bank.n_running == 0 && bank.data.n_vectors == 0);
    }
}

/** One side may go on without the other. */
static void test_a_section_of_one_side_goes_on(void)
{
    const TareCascade both = cascade_of(6, TARE_CHANNEL_BOTH);
    const TareCascade left = cascade_of(6, TARE_CHANNEL_LEFT);
    memset(&bank, 0, sizeof bank);
    tare_bank_init(&bank, tare_kernel_best(), 2);
    tare_bank_jump(&bank, &both);
    glide(&left);
    for (int i = 0; i < 100; ++i)
        filter(false, 0);
    CHECK(bank.n_running == 1 && !bank.has_neutral);
    CHECK(bank.lanes[0][7].is_running && !bank.lanes[1][7].is_running);
}

/** 1e-25 is reached after some 50 ms; the smallest float, after nearly twice that. */
static void test_what_is_too_small_to_hear_is_cleared(void)
{
    const TareCascade bell = cascade_of(6, TARE_CHANNEL_BOTH);
    for (uint32_t k = 0; tare_kernel_get(k); ++k) {
        memset(&bank, 0, sizeof bank);
        tare_bank_init(&bank, tare_kernel_get(k), 2);
        tare_bank_jump(&bank, &bell);
        filter(false, 1);
        CHECK(!is_silent_inside());
        int n_pieces = 1;
        for (; n_pieces < 100 && !is_silent_inside(); ++n_pieces)
            filter(false, 0);
        CHECK_NEAR(n_pieces * n_frames / 48000.0, 0.05, 0.025);
    }
}

static void test_a_reset_forgets_everything(void)
{
    const TareCascade bell = cascade_of(6, TARE_CHANNEL_BOTH);
    memset(&bank, 0, sizeof bank);
    tare_bank_init(&bank, tare_kernel_best(), 2);
    tare_bank_jump(&bank, &bell);
    filter(false, 1);
    tare_bank_reset(&bank);
    CHECK(bank.n_running == 0 && !bank.is_moving && !bank.has_neutral);
    tare_bank_jump(&bank, &bell);
    CHECK(is_silent_inside());
}

int main(void)
{
    RUN(test_a_band_that_goes_away_stops_when_it_is_silent);
    RUN(test_a_section_of_one_side_goes_on);
    RUN(test_what_is_too_small_to_hear_is_cleared);
    RUN(test_a_reset_forgets_everything);
    return check_done();
}
