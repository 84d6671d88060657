#include "cascade.h"
#include "controls.h"
#include "design.h"
#include "helpers/check.h"
#include "helpers/stable.h"
#include "survey.h"

static TareCascade designed(const TareControls* controls, double fs)
{
    TareCascade cascade;
    tare_design_cascade(&cascade, controls, fs, 2);
    return cascade;
}

static void test_flat_is_flat(void)
{
    const TareControls controls = tare_controls_default();
    const TareCascade cascade = designed(&controls, 48000);
    for (double f = 5; f < 24000; f *= 1.1)
        CHECK(tare_cascade_gain_db(&cascade, 0, f) == 0.0);
    CHECK(tare_survey_cascade_peak_db(&cascade, 2) == 0.0);
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
    tare_design_cascade(&mono, &controls, 48000, 1);
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
    CHECK_NEAR(tare_cascade_gain_db(&half, 0, 3000), -2 - 4, 0.05);
    CHECK_NEAR(tare_cascade_gain_db(&half, 0, 1), -2 + 6, 0.05);

    controls.strength = 0;
    const TareCascade none = designed(&controls, 48000);
    CHECK(!none.sections[0].in_channel[0] && !none.sections[0].in_channel[1]);
}

/** An analogue shelf of the cookbook; a high shelf is a low one seen from the other side. */
static double shelf_db(double gain_db, double q, double freq_of_corner)
{
    const double A = pow(10, gain_db / 40), w = freq_of_corner, b = sqrt(A) / q;
    const double above = pow(A - w * w, 2) + b * b * w * w;
    const double below = pow(1 - A * w * w, 2) + b * b * w * w;
    return 20 * log10(A) + 10 * log10(above / below);
}

/** The low shelf lies at 105 Hz, the high one at 10 kHz, both with Q 0.7. */
static void test_bass_and_treble_shelves(void)
{
    for (double gain_db = -12; gain_db <= 12; gain_db += 4) {
        TareControls bass = tare_controls_default(), treble = bass;
        bass.bass_db = treble.treble_db = gain_db;
        const TareCascade low = designed(&bass, 192000), high = designed(&treble, 192000);
        for (double f = 15; f <= 20000; f *= 1.2) {
            CHECK_NEAR(tare_cascade_gain_db(&low, 0, f), shelf_db(gain_db, 0.7, f / 105), 0.01);
            CHECK_NEAR(tare_cascade_gain_db(&high, 0, f), shelf_db(gain_db, 0.7, 10000 / f), 0.01);
        }
        CHECK_NEAR(tare_cascade_gain_db(&low, 0, 105), gain_db / 2, 0.01);
        CHECK_NEAR(tare_cascade_gain_db(&high, 0, 10000), gain_db / 2, 0.01);
    }
}

static void test_an_all_pass_passes_all_at_every_strength(void)
{
    static const double references_hz[] = {0, 44100, 48000};
    TareControls controls = tare_controls_default();
    for (int i = 0; i < 3; ++i) {
        controls.set.bands[0] = (TareBand){TARE_BAND_ALL_PASS, 3000, 0, 1.5, TARE_CHANNEL_BOTH};
        controls.set.reference_rate_hz = references_hz[i];
        for (double strength = 0; strength <= 1; strength += 0.25) {
            controls.strength = strength;
            const TareCascade cascade = designed(&controls, 48000);
            CHECK(cascade.sections[0].in_channel[0] == (strength > 0));
            for (double f = 10; f < 24000; f *= 1.1)
                CHECK_NEAR(tare_cascade_gain_db(&cascade, 0, f), 0, 1e-6);
        }
    }
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
        CHECK_NEAR(tare_survey_cascade_peak_db(&cascade, 2), highest, 0.001);
    }
}

static void test_bands_above_nyquist_do_no_harm(void)
{
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_HIGH_SHELF, 22000, 30, 0.1, TARE_CHANNEL_BOTH};
    controls.set.bands[1] = (TareBand){TARE_BAND_LOW_PASS, 22000, 0, 20, TARE_CHANNEL_BOTH};
    const TareCascade cascade = designed(&controls, 8000);
    for (int i = 0; i < 2; ++i)
        CHECK(is_stable(&cascade.sections[i].biquad));
    CHECK(isfinite(tare_cascade_gain_db(&cascade, 0, 3999)));
}

int main(void)
{
    RUN(test_flat_is_flat);
    RUN(test_bands_and_preamp_add_up);
    RUN(test_channel_choice);
    RUN(test_strength_leaves_preamp_and_tone);
    RUN(test_bass_and_treble_shelves);
    RUN(test_an_all_pass_passes_all_at_every_strength);
    RUN(test_tilt_is_a_straight_line);
    RUN(test_peak_is_the_highest_point);
    RUN(test_bands_above_nyquist_do_no_harm);
    return check_done();
}
