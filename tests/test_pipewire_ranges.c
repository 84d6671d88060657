/* The ranges that PipeWire's own filters keep to from 1.6 on: Q up to 10, and 20 dB more, but any
   cut. What has more gain is made of two, and what is narrower as well as can be. */

#include "helpers/check.h"
#include "pipewire/chain/cookbook.h"

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

int main(void)
{
    RUN(test_gain);
    RUN(test_narrow_peaks);
    RUN(test_many);
    return check_done();
}
