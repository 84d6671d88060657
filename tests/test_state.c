/* What a section remembers, passed on to another one: the output must go on as it was. */

#include "biquad.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "state.h"
#include "tare/band.h"

static const double rate_hz = 48000;

static TareBiquad designed(TareBandType type, double freq_hz, double gain_db, double q)
{
    const TareBand band = {type, freq_hz, gain_db, q, TARE_CHANNEL_BOTH};
    return tare_biquad_design(&band, 1.0, rate_hz);
}

/** One frame, as the kernels do it. */
static double filter(const TareBiquad* h, TareState* w, double x)
{
    const TareState old = *w;
    w->w1 = old.w1 + old.w2 + (h->p1 - h->q1 * h->b0) * x - h->q1 * old.w1;
    w->w2 = old.w2 + (h->p2 - h->q2 * h->b0) * x - h->q2 * old.w1;
    return h->b0 * x + old.w1;
}

static TareState after_noise(const TareBiquad* h)
{
    TareState memory = {0, 0};
    uint32_t seed = 1;
    for (int i = 0; i < 5000; ++i)
        filter(h, &memory, (double)noise_sample(&seed));
    return memory;
}

static void test_the_same_section_keeps_its_state(void)
{
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
        for (double freq_hz = 10; freq_hz < 20000; freq_hz *= 2.3) {
            const TareBiquad h = designed((TareBandType)type, freq_hz, 5, 2);
            const TareState memory = after_noise(&h);
            const TareState passed = tare_state_pass(memory, &h, &h);
            CHECK_NEAR(passed.w1 / memory.w1, 1, 1e-6);
            CHECK_NEAR(passed.w2 / memory.w2, 1, 1e-6);
        }
}

/** A low pass and a high pass of the same poles: their sum with the band between them is the sound
    itself, so that each knows all that the other one does. */
static void test_the_same_poles_have_the_same_memory(void)
{
    static const TareBandType types[] = {TARE_BAND_LOW_PASS, TARE_BAND_HIGH_PASS, TARE_BAND_NOTCH,
                                         TARE_BAND_BAND_PASS, TARE_BAND_ALL_PASS};
    for (int a = 0; a < 5; ++a)
        for (int b = 0; b < 5; ++b) {
            const TareBiquad from = designed(types[a], 700, 0, 3);
            const TareBiquad to = designed(types[b], 700, 0, 3);
            const TareState right = after_noise(&to);
            const TareState passed = tare_state_pass(after_noise(&from), &from, &to);
            CHECK_NEAR(passed.w1 / right.w1, 1, 1e-6);
            CHECK_NEAR(passed.w2 / right.w2, 1, 1e-6);
        }
}

static void test_distances(void)
{
    const TareBiquad bell = designed(TARE_BAND_PEAK, 100, 6, 1);
    const TareBiquad higher = designed(TARE_BAND_PEAK, 100, 7.5, 2);
    const TareBiquad moved = designed(TARE_BAND_PEAK, 120, 6, 1);
    const TareBiquad far = designed(TARE_BAND_PEAK, 1000, 6, 1);
    const TareBiquad shelf = designed(TARE_BAND_LOW_SHELF, 100, 6, 1);
    const TareBiquad lower = designed(TARE_BAND_LOW_SHELF, 100, 2, 1);
    CHECK_NEAR(tare_state_distance_db(&bell, &bell), 0, 1e-9);
    CHECK_NEAR(tare_state_distance_db(&bell, &higher), 1.5, 1e-3);
    CHECK_NEAR(tare_state_distance_db(&bell, &moved), 0, 1e-3);
    CHECK_NEAR(tare_state_distance_db(&shelf, &lower), 4, 1e-3);
    CHECK(tare_state_distance_db(&bell, &far) == INFINITY);
}

/** Such a section has no state to tell from. */
static void test_a_section_of_no_effect_passes_nothing(void)
{
    const TareBiquad to = designed(TARE_BAND_PEAK, 100, 6, 1);
    const TareBiquad from = {1, to.q1, to.q2, to.q1, to.q2};
    const TareState passed = tare_state_pass((TareState){0, 0}, &from, &to);
    CHECK(passed.w1 == 0 && passed.w2 == 0);
}

int main(void)
{
    RUN(test_the_same_section_keeps_its_state);
    RUN(test_the_same_poles_have_the_same_memory);
    RUN(test_distances);
    RUN(test_a_section_of_no_effect_passes_nothing);
    return check_done();
}
