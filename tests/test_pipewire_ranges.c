/* The ranges that PipeWire's own filters keep to from 1.6 on: Q up to 10, and 20 dB more, but any
   cut. What has more gain is made of two, and what is narrower as well as can be. */

#include "helpers/check.h"
#include "pipewire/chain/rack.h"

#include <string.h>

static const double rates_hz[] = {44100, 48000, 96000};
enum { N_RATES = sizeof rates_hz / sizeof *rates_hz };

static void check_ranges(const TareCookbook* cookbook)
{
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        for (unsigned i = 0; i < cookbook->n_bands[channel]; ++i) {
            const TareBand* const band = &cookbook->bands[channel][i];
            CHECK(band->q <= 10 && band->gain_db <= 20);
        }
}

/** A band by itself is off by no more than that. */
static void check_band(TareBand band, double error_db)
{
    for (int i = 0; i < N_RATES; ++i) {
        TareControls controls = tare_controls_default();
        TareCookbook cookbook;
        controls.set.bands[0] = band;
        controls.is_preamp_manual = true;
        CHECK(tare_cookbook_make(&cookbook, &controls, rates_hz[i]));
        CHECK_NEAR(cookbook.error_db, 0, error_db);
        check_ranges(&cookbook);
    }
}

static void test_gain(void)
{
    check_band((TareBand){TARE_BAND_PEAK, 1000, 26, 1, TARE_CHANNEL_BOTH}, 0.05);
    check_band((TareBand){TARE_BAND_PEAK, 80, 21, 4, TARE_CHANNEL_BOTH}, 0.05);
    check_band((TareBand){TARE_BAND_LOW_SHELF, 100, 25, 0.71, TARE_CHANNEL_BOTH}, 0.05);
    check_band((TareBand){TARE_BAND_HIGH_SHELF, 4000, 30, 0.71, TARE_CHANNEL_BOTH}, 0.1);
    check_band((TareBand){TARE_BAND_PEAK, 300, -28, 2, TARE_CHANNEL_BOTH}, 0.05);
}

static void test_narrow_peaks(void)
{
    check_band((TareBand){TARE_BAND_PEAK, 950, -12, 14.5, TARE_CHANNEL_BOTH}, 1);
    check_band((TareBand){TARE_BAND_PEAK, 4000, 8, 20, TARE_CHANNEL_BOTH}, 1);
    check_band((TareBand){TARE_BAND_PEAK, 2000, 4, 12, TARE_CHANNEL_BOTH}, 0.5);
}

/** All that there is room for, none beyond the ranges. */
static void test_many(void)
{
    for (int i = 0; i < N_RATES; ++i) {
        TareControls controls = tare_controls_default();
        TareCookbook cookbook;
        for (unsigned k = 0; k < TARE_MAX_BANDS; ++k)
            controls.set.bands[k] =
                (TareBand){TARE_BAND_PEAK, 40.0 * (k + 1), k % 2 ? 30 : -30, 20, TARE_CHANNEL_BOTH};
        CHECK(tare_cookbook_make(&cookbook, &controls, rates_hz[i]));
        check_ranges(&cookbook);
    }
}

/** The preamp too, whose rest is in a shelf that begins at 0 Hz, where there is room. */
static void test_preamp(void)
{
    TareControls controls = tare_controls_default();
    TareRack rack;
    controls.is_preamp_manual = true;
    controls.set.preamp_db = 27.5;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 48000) == TARE_RACK_DONE);
    double sum_db = 0.0;
    for (unsigned i = 0; i < rack.n; ++i) {
        const double value = (double)rack.controls[i].value;
        if (strstr(rack.controls[i].name, ":Gain") && value != 0.0) {
            CHECK(value <= 20.0 && rack.controls[i - 2].value == 0.0f); /* Freq */
            sum_db += value;
        }
    }
    CHECK_NEAR(sum_db, 2 * 27.5, 1e-5);
    for (unsigned i = 0; i < 4; ++i)
        controls.set.bands[i] =
            (TareBand){TARE_BAND_HIGH_SHELF, 2000.0 * (i + 1), -2, 0.71, TARE_CHANNEL_BOTH};
    CHECK(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 48000) == TARE_RACK_TYPE);
    controls.set.preamp_db = 20;
    CHECK(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 48000) == TARE_RACK_DONE);
}

int main(void)
{
    RUN(test_gain);
    RUN(test_narrow_peaks);
    RUN(test_many);
    RUN(test_preamp);
    return check_done();
}
