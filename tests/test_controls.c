#include "controls.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "tare/core.h"

#include <stdbool.h>

static void test_new_controls_change_nothing(void)
{
    TareControls* const controls = tare_controls_new();
    const TareControls flat = tare_controls_default();
    REQUIRE(controls);
    CHECK(tare_controls_equal(controls, &flat));
    CHECK(tare_controls_get(controls, TARE_CONTROL_ENABLED) == 1.0);
    CHECK(tare_controls_get(controls, TARE_CONTROL_STRENGTH) == 1.0);
    CHECK(tare_controls_get(controls, TARE_CONTROL_PREAMP_DB) == 0.0);
    CHECK(tare_controls_get(controls, TARE_CONTROL_REFERENCE_RATE_HZ) == 0.0);
    tare_controls_free(controls);
    tare_controls_free(NULL);
}

static void test_each_control_is_set_alone(void)
{
    static const double values[TARE_N_CONTROLS] = {[TARE_CONTROL_ENABLED] = 0.0,
                                                   [TARE_CONTROL_COMPARE] = 1.0,
                                                   [TARE_CONTROL_MANUAL_PREAMP] = 1.0,
                                                   [TARE_CONTROL_PREAMP_DB] = -3.5,
                                                   [TARE_CONTROL_STRENGTH] = 0.25,
                                                   [TARE_CONTROL_BASS_DB] = 2.0,
                                                   [TARE_CONTROL_TREBLE_DB] = -1.5,
                                                   [TARE_CONTROL_TILT_DB_PER_OCTAVE] = 0.5,
                                                   [TARE_CONTROL_REFERENCE_RATE_HZ] = 48000.0};
    for (int i = 0; i < TARE_N_CONTROLS; ++i) {
        TareControls controls = tare_controls_default();
        const TareControls before = controls;
        CHECK(tare_controls_set(&controls, (TareControl)i, values[i]));
        for (int k = 0; k < TARE_N_CONTROLS; ++k)
            CHECK(tare_controls_get(&controls, (TareControl)k) ==
                  (k == i ? values[i] : tare_controls_get(&before, (TareControl)k)));
        CHECK(!tare_controls_equal(&controls, &before));
    }
}

static void test_values_are_clamped(void)
{
    TareControls controls = tare_controls_default();
    CHECK(tare_controls_set(&controls, TARE_CONTROL_STRENGTH, 7.0));
    CHECK(tare_controls_get(&controls, TARE_CONTROL_STRENGTH) == 1.0);
    CHECK(tare_controls_set(&controls, TARE_CONTROL_PREAMP_DB, -HUGE_VAL));
    CHECK(tare_controls_get(&controls, TARE_CONTROL_PREAMP_DB) == TARE_PREAMP_MIN_DB);
    CHECK(tare_controls_set(&controls, TARE_CONTROL_COMPARE, -0.5));
    CHECK(tare_controls_get(&controls, TARE_CONTROL_COMPARE) == 1.0);
    const TareBand band = {TARE_BAND_LOW_SHELF, 1.0, 99.0, HUGE_VAL, TARE_CHANNEL_RIGHT};
    CHECK(tare_controls_set_band(&controls, TARE_MAX_BANDS - 1, &band));
    const TareBand set = tare_controls_get_band(&controls, TARE_MAX_BANDS - 1);
    CHECK(set.type == TARE_BAND_LOW_SHELF && set.channel == TARE_CHANNEL_RIGHT);
    CHECK(set.freq_hz == TARE_FREQ_MIN_HZ && set.gain_db == TARE_GAIN_MAX_DB &&
          set.q == TARE_Q_MAX);
    CHECK(controls.set.n_bands == TARE_MAX_BANDS);
}

static void test_what_makes_no_sense_changes_nothing(void)
{
    TareControls controls = tare_controls_default();
    const TareControls before = controls;
    for (int i = 0; i < TARE_N_CONTROLS; ++i)
        CHECK(!tare_controls_set(&controls, (TareControl)i, (double)NAN));
    CHECK(!tare_controls_set(&controls, TARE_N_CONTROLS, 1.0));
    CHECK(!tare_controls_set(&controls, TARE_CONTROL_REFERENCE_RATE_HZ, 96000.0));
    CHECK(isnan(tare_controls_get(&controls, TARE_N_CONTROLS)));

    const TareBand good = {TARE_BAND_PEAK, 100.0, 3.0, 1.0, TARE_CHANNEL_BOTH};
    const TareBand bad[] = {{TARE_N_BAND_TYPES, 100.0, 3.0, 1.0, TARE_CHANNEL_BOTH},
                            {TARE_BAND_PEAK, (double)NAN, 3.0, 1.0, TARE_CHANNEL_BOTH},
                            {TARE_BAND_PEAK, 100.0, (double)NAN, 1.0, TARE_CHANNEL_BOTH},
                            {TARE_BAND_PEAK, 100.0, 3.0, (double)NAN, TARE_CHANNEL_BOTH},
                            {TARE_BAND_PEAK, 100.0, 3.0, 1.0, TARE_N_CHANNEL_CHOICES}};
    for (unsigned i = 0; i < sizeof bad / sizeof *bad; ++i)
        CHECK(!tare_controls_set_band(&controls, 0, &bad[i]));
    CHECK(!tare_controls_set_band(&controls, TARE_MAX_BANDS, &good));
    CHECK(tare_controls_get_band(&controls, TARE_MAX_BANDS).gain_db == 0.0);
    CHECK(tare_controls_equal(&controls, &before) && controls.set.n_bands == 0);
}

static void test_reference_rates_have_names(void)
{
    CHECK(tare_band_reference_rate_hz(0) == 0.0);
    CHECK(tare_band_reference_rate_hz(1) == 44100.0);
    CHECK(tare_band_reference_rate_hz(2) == 48000.0);
    CHECK(isnan(tare_band_reference_rate_hz(TARE_N_REFERENCE_RATES)));
}

/** A boost of 6 dB on the left, nothing on the right. */
static TareControls boost(void)
{
    TareControls controls = tare_controls_default();
    const TareBand band = {TARE_BAND_PEAK, 1000.0, 6.0, 1.0, TARE_CHANNEL_LEFT};
    CHECK(tare_controls_set_band(&controls, 3, &band));
    return controls;
}

static void test_response_keeps_the_highest_level_at_full_scale(void)
{
    const TareControls controls = boost();
    TareResponse* const response = tare_response_new(&controls, 48000.0, 2);
    REQUIRE(response);
    CHECK_NEAR(tare_response_preamp_db(response), -6.0, 0.02);
    CHECK_NEAR(tare_response_peak_db(response), 0.0, 0.01);
    CHECK(tare_response_peak_db(response) <= 0.0);
    CHECK_NEAR(tare_response_gain_db(response, 0, 1000.0), 0.0, 0.02);
    CHECK_NEAR(tare_response_gain_db(response, 1, 1000.0), -6.0, 0.02);
    tare_response_free(response);
    tare_response_free(NULL);
}

static void test_response_has_the_preamp_that_was_set(void)
{
    TareControls controls = boost();
    CHECK(tare_controls_set(&controls, TARE_CONTROL_MANUAL_PREAMP, 1.0));
    CHECK(tare_controls_set(&controls, TARE_CONTROL_PREAMP_DB, -2.0));
    TareResponse* const response = tare_response_new(&controls, 96000.0, 2);
    REQUIRE(response);
    CHECK_NEAR(tare_response_preamp_db(response), -2.0, 1e-9);
    CHECK_NEAR(tare_response_peak_db(response), 4.0, 0.02);
    CHECK(tare_response_loudness_db(response) > -2.0 && tare_response_loudness_db(response) < 1.0);
    tare_response_free(response);
}

static void test_response_says_nothing_of_what_is_not(void)
{
    const TareControls controls = boost();
    CHECK(!tare_response_new(&controls, 48000.0, 3));
    CHECK(!tare_response_new(&controls, 48000.0, 0));
    CHECK(!tare_response_new(&controls, (double)NAN, 1));
    CHECK(!tare_response_new(&controls, TARE_SAMPLE_RATE_MAX_HZ + 1.0, 1));
    TareResponse* const mono = tare_response_new(&controls, 48000.0, 1);
    REQUIRE(mono);
    CHECK_NEAR(tare_response_gain_db(mono, 0, 1000.0), 0.0, 0.02);
    CHECK(isnan(tare_response_gain_db(mono, 1, 1000.0)));
    CHECK(isnan(tare_response_gain_db(mono, 0, 0.0)));
    CHECK(isnan(tare_response_gain_db(mono, 0, 24000.0)));
    CHECK(isnan(tare_response_gain_db(mono, 0, (double)NAN)));
    tare_response_free(mono);
}

static void test_short_memory_is_told(void)
{
    const TareControls controls = boost();
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareControls* const own = tare_controls_new();
        TareResponse* const response = tare_response_new(&controls, 48000.0, 2);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((own && response) == (n_asked < n));
        tare_controls_free(own);
        tare_response_free(response);
        if (n_asked < n)
            break;
    }
}

static void test_library_is_of_the_version_of_its_headers(void)
{
    CHECK_STR(tare_version(), TARE_VERSION);
}

int main(void)
{
    RUN(test_new_controls_change_nothing);
    RUN(test_each_control_is_set_alone);
    RUN(test_values_are_clamped);
    RUN(test_what_makes_no_sense_changes_nothing);
    RUN(test_reference_rates_have_names);
    RUN(test_response_keeps_the_highest_level_at_full_scale);
    RUN(test_response_has_the_preamp_that_was_set);
    RUN(test_response_says_nothing_of_what_is_not);
    RUN(test_short_memory_is_told);
    RUN(test_library_is_of_the_version_of_its_headers);
    return check_done();
}
