/* From the values of ports to what they mean, and back. */

#include "helpers/check.h"
#include "settings.h"

static TareControls default_controls(void)
{
    const TareBandSet nothing = {.n_bands = 0};
    return tare_settings_from_set(&nothing);
}

/** A value beyond a port's range is the range's end, for the settings and for the core alike. */
static void test_clamps_are_the_ranges(void)
{
    for (uint32_t n = 1; n <= 2; ++n)
        for (uint32_t i = 2 * n; i < tare_ports_count(n); ++i) {
            const TarePort port = tare_port(n, i);
            if (tare_port_is_output(port.role))
                continue;
            const float beyond[] = {port.max * 2 + 1, port.min - 1000, INFINITY, -INFINITY};
            const float wanted[] = {port.max, port.min, port.max, port.min};
            for (int k = 0; k < 4; ++k) {
                TareControls controls = default_controls();
                const TareControls last = controls;
                tare_settings_set_port(&controls, &port, beyond[k]);
                CHECK(tare_settings_port_value(&controls, &port) == wanted[k]);
                tare_controls_clamp(&controls, &last);
                CHECK(tare_settings_port_value(&controls, &port) == wanted[k]);
            }
            TareControls controls = default_controls();
            const float before = tare_settings_port_value(&controls, &port);
            CHECK(before == port.def);
            tare_settings_set_port(&controls, &port, NAN);
            CHECK(tare_settings_port_value(&controls, &port) == before);
        }
}

/** The core's own clamps, reached without the settings' ones. */
static void test_the_core_clamps_at_the_same_limits(void)
{
    for (int sign = -1; sign <= 1; sign += 2) {
        const double huge = sign * 1e9;
        const TareControls last = default_controls();
        TareControls controls = last;
        controls.set.preamp_db = controls.strength = huge;
        controls.bass_db = controls.treble_db = controls.tilt_db_per_octave = huge;
        for (uint32_t b = 0; b < TARE_MAX_BANDS; ++b) {
            controls.set.bands[b].freq_hz = huge;
            controls.set.bands[b].gain_db = controls.set.bands[b].q = huge;
        }
        tare_controls_clamp(&controls, &last);
        for (uint32_t i = 5; i < tare_ports_count(2); ++i) {
            const TarePort port = tare_port(2, i);
            if (port.scale != TARE_SCALE_CHOICE && port.scale != TARE_SCALE_TOGGLE &&
                !tare_port_is_output(port.role))
                CHECK(tare_settings_port_value(&controls, &port) ==
                      (sign > 0 ? port.max : port.min));
        }
    }
}

/** Each port sets what its name says and nothing else. */
static void test_every_port_sets_one_thing(void)
{
    for (uint32_t i = 4; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        if (tare_port_is_output(port.role))
            continue;
        const float value = port.scale == TARE_SCALE_TOGGLE ? 1 - port.def : port.min + 1;
        TareControls controls = default_controls();
        tare_settings_set_port(&controls, &port, value);
        for (uint32_t k = 4; k < tare_ports_count(2); ++k) {
            const TarePort other = tare_port(2, k);
            if (!tare_port_is_output(other.role))
                CHECK(tare_settings_port_value(&controls, &other) == (k == i ? value : other.def));
        }
    }
}

static void set(TareControls* controls, const char* symbol, float value)
{
    const TarePort port = tare_port(2, tare_port_find(2, symbol));
    tare_settings_set_port(controls, &port, value);
}

/** Hosts interpolate, and some hold controls as parts of a range. */
static void test_choices_and_switches_are_rounded(void)
{
    TareControls controls = default_controls();
    set(&controls, "type_2", 3.6f);
    CHECK(controls.set.bands[1].type == TARE_BAND_HIGH_PASS);
    set(&controls, "type_2", 4.4f);
    CHECK(controls.set.bands[1].type == TARE_BAND_HIGH_PASS);
    set(&controls, "type_2", 6.9f);
    CHECK(controls.set.bands[1].type == TARE_BAND_ALL_PASS);
    set(&controls, "channel_20", 0.6f);
    CHECK(controls.set.bands[19].channel == TARE_CHANNEL_LEFT);
    set(&controls, "channel_20", 1.4f);
    CHECK(controls.set.bands[19].channel == TARE_CHANNEL_LEFT);
    set(&controls, "reference_rate", 1.9f);
    CHECK(controls.set.reference_rate_hz == 48000);
    set(&controls, "reference_rate", 1.2f);
    CHECK(controls.set.reference_rate_hz == 44100);

    set(&controls, "enabled", 0.3f);
    set(&controls, "manual_preamp", 0.3f);
    set(&controls, "compare", 0.3f);
    CHECK(!controls.enabled && !controls.is_preamp_manual && !controls.is_comparing);
    set(&controls, "enabled", 0.7f);
    set(&controls, "manual_preamp", 0.7f);
    set(&controls, "compare", 0.7f);
    CHECK(controls.enabled && controls.is_preamp_manual && controls.is_comparing);
}

static void test_units_of_the_controls(void)
{
    TareControls controls = default_controls();
    set(&controls, "strength", 25);
    set(&controls, "freq_1", 1234.5f);
    set(&controls, "gain_1", -7.25f);
    set(&controls, "q_1", 3.5f);
    set(&controls, "preamp", -2.5f);
    set(&controls, "bass", 4.5f);
    set(&controls, "treble", -3.5f);
    set(&controls, "tilt", 0.75f);
    const TareBand* band = &controls.set.bands[0];
    CHECK(controls.strength == 0.25);
    CHECK(band->freq_hz == 1234.5 && band->gain_db == -7.25 && band->q == 3.5);
    CHECK(controls.set.preamp_db == -2.5 && controls.bass_db == 4.5);
    CHECK(controls.treble_db == -3.5 && controls.tilt_db_per_octave == 0.75);
}

/** A correction decides the preamp, the reference rate and the bands: nothing else. */
static void test_what_a_correction_decides(void)
{
    static const char* const beginnings[] = {"preamp", "reference_rate", "type_", "freq_", "gain_",
                                             "q_",     "channel_"};
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) {
        const TarePortText text = tare_port_text(2, i);
        bool is_decided = false;
        for (size_t k = 0; k < sizeof beginnings / sizeof *beginnings; ++k)
            is_decided = is_decided || !strncmp(text.symbol, beginnings[k], strlen(beginnings[k]));
        is_decided = is_decided && !tare_port_is_output(tare_port(2, i).role);
        CHECK(tare_port_is_correction(tare_port(2, i).role) == is_decided);
    }
}

int main(void)
{
    RUN(test_clamps_are_the_ranges);
    RUN(test_the_core_clamps_at_the_same_limits);
    RUN(test_every_port_sets_one_thing);
    RUN(test_choices_and_switches_are_rounded);
    RUN(test_units_of_the_controls);
    RUN(test_what_a_correction_decides);
    return check_done();
}
