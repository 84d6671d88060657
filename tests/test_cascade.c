#include "cascade.h"
#include "check.h"
#include "survey.h"

static TareCascade designed(const TareControls* controls, double fs)
{
    TareCascade cascade;
    tare_cascade_design(&cascade, controls, fs, 2);
    return cascade;
}

static void test_flat_is_flat(void)
{
    const TareControls controls = tare_controls_default();
    const TareCascade cascade = designed(&controls, 48000);
    for (double f = 5; f < 24000; f *= 1.1)
        CHECK(tare_cascade_gain_db(&cascade, 0, f) == 0.0);
    CHECK(tare_cascade_peak_db(&cascade, 2) == 0.0);
}

static void test_bands_and_preamp_add_up(void)
{
    TareControls controls = tare_controls_default();
    controls.set.preamp_db = -3;
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, 4, 2, TARE_CHANNEL_BOTH};
    controls.set.bands[19] = (TareBand){TARE_BAND_PEAK, 1000, 5, 1, TARE_CHANNEL_BOTH};
    const TareCascade cascade = designed(&controls, 48000);
    CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, 1000), 6, 0.001);
    CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, 0.01), -3, 0.001);
}

static void test_channel_choice(void)
{
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, 4, 2, TARE_CHANNEL_LEFT};
    controls.set.bands[1] = (TareBand){TARE_BAND_PEAK, 1000, -7, 2, TARE_CHANNEL_RIGHT};
    const TareCascade stereo = designed(&controls, 48000);
    CHECK_NEAR(tare_cascade_gain_db(&stereo, 0, 1000), 4, 0.001);
    CHECK_NEAR(tare_cascade_gain_db(&stereo, 1, 1000), -7, 0.001);

    TareCascade mono;
    tare_cascade_design(&mono, &controls, 48000, 1);
    CHECK_NEAR(tare_cascade_gain_db(&mono, 0, 1000), -3, 0.001);
}

static void test_strength_leaves_preamp_and_tone(void)
{
    TareControls controls = tare_controls_default();
    controls.strength = 0.5;
    controls.set.preamp_db = -2;
    controls.bass_db = 6;
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 3000, -8, 1, TARE_CHANNEL_BOTH};
    const TareCascade half = designed(&controls, 48000);
    CHECK_NEAR(tare_cascade_gain_db(&half, 0, 3000), -2 - 4, 0.01);
    CHECK_NEAR(tare_cascade_gain_db(&half, 0, 1), -2 + 6, 0.01);

    controls.strength = 0;
    const TareCascade none = designed(&controls, 48000);
    CHECK(!none.sections[0].in_channel[0] && !none.sections[0].in_channel[1]);
}

static void test_bass_and_treble_shelves(void)
{
    TareControls controls = tare_controls_default();
    controls.bass_db = 8;
    controls.treble_db = -6;
    const TareCascade cascade = designed(&controls, 192000);
    CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, 10), 8, 0.05);
    CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, TARE_BASS_FREQ_HZ), 4, 0.05);
    CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, 1000), 0, 0.1);
    CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, TARE_TREBLE_FREQ_HZ), -3, 0.05);
}

static void test_tilt_is_a_straight_line(void)
{
    for (double tilt = -1.5; tilt <= 1.5; tilt += 0.5) {
        TareControls controls = tare_controls_default();
        controls.tilt_db_per_octave = tilt;
        const TareCascade cascade = designed(&controls, 192000);
        for (double f = 20; f <= 20000; f *= 1.05)
            CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, f), tilt * log2(f / 1000), 0.12);
        CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, 1000), 0, 1e-9);
    }
}

/** Against a grid so fine that nothing hides between its points. */
static void test_peak_is_the_highest_point(void)
{
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 25, 9, 1.8, TARE_CHANNEL_BOTH};
    controls.set.bands[1] = (TareBand){TARE_BAND_PEAK, 9, -5, 0.5, TARE_CHANNEL_BOTH};
    controls.set.bands[2] = (TareBand){TARE_BAND_PEAK, 5310, 8.7, 20, TARE_CHANNEL_RIGHT};
    controls.set.bands[3] = (TareBand){TARE_BAND_PEAK, 5500, 7, 15, TARE_CHANNEL_RIGHT};
    for (double fs = 44100; fs < 200000; fs *= 2) {
        const TareCascade cascade = designed(&controls, fs);
        double highest = -1000;
        for (double f = 5; f < fs / 2; f *= 1.00002)
            highest = fmax(highest, fmax(tare_cascade_gain_db(&cascade, 0, f),
                                         tare_cascade_gain_db(&cascade, 1, f)));
        CHECK_NEAR(tare_cascade_peak_db(&cascade, 2), highest, 0.001);
    }
}

static void test_bands_above_nyquist_do_no_harm(void)
{
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_HIGH_SHELF, 22000, 30, 0.1, TARE_CHANNEL_BOTH};
    controls.set.bands[1] = (TareBand){TARE_BAND_LOW_PASS, 22000, 0, 20, TARE_CHANNEL_BOTH};
    const TareCascade cascade = designed(&controls, 8000);
    for (int i = 0; i < 2; ++i)
        CHECK(tare_biquad_is_stable(&cascade.sections[i].biquad));
    CHECK(isfinite(tare_cascade_gain_db(&cascade, 0, 3999)));
}

int main(void)
{
    RUN(test_flat_is_flat);
    RUN(test_bands_and_preamp_add_up);
    RUN(test_channel_choice);
    RUN(test_strength_leaves_preamp_and_tone);
    RUN(test_bass_and_treble_shelves);
    RUN(test_tilt_is_a_straight_line);
    RUN(test_peak_is_the_highest_point);
    RUN(test_bands_above_nyquist_do_no_harm);
    return check_done();
}
