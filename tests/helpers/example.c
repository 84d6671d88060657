#include "helpers/example.h"

#include "tare/eq.h"

#include <stdbool.h>

static TareBandSet example(int which)
{
    static const TareBandSet sets[] = {
        {0,
         0,
         4,
         {{TARE_BAND_LOW_SHELF, 105, 7.5, 0.7, 0},
          {TARE_BAND_PEAK, 190, -3.2, 0.7, 0},
          {TARE_BAND_PEAK, 3100, 4.1, 1.9, 0},
          {TARE_BAND_HIGH_SHELF, 10000, -4.5, 0.7, 0}}},
        {0,
         0,
         3,
         {{TARE_BAND_LOW_SHELF, 105, -8, 0.7, 0},
          {TARE_BAND_PEAK, 1300, 3.5, 1.2, 0},
          {TARE_BAND_PEAK, 5500, -6, 8, 0}}},
        {0,
         0,
         3,
         {{TARE_BAND_PEAK, 60, 5, 0.6, 0},
          {TARE_BAND_PEAK, 2600, -7, 0.8, 0},
          {TARE_BAND_PEAK, 8200, 6, 3, 0}}},
        {0, 0, 2, {{TARE_BAND_HIGH_SHELF, 2000, 9, 0.7, 0}, {TARE_BAND_PEAK, 400, -5, 0.5, 0}}},
        {0, 0, 1, {{TARE_BAND_LOW_SHELF, 200, 12, 0.7, 0}}},
        {0,
         0,
         2,
         {{TARE_BAND_HIGH_SHELF, 4000, 12, 0.7, 0}, {TARE_BAND_LOW_SHELF, 100, -10, 0.7, 0}}},
    };
    return sets[which];
}

TareControls example_controls(int which)
{
    const TareBandSet set = example(which);
    TareControls controls = tare_controls_default();
    for (uint32_t i = 0; i < set.n_bands; ++i)
        controls.set.bands[i] = set.bands[i];
    return controls;
}

bool example_run(const TareControls* controls, double rate_hz, const float* const* in,
                 float* const* out, uint32_t n_frames)
{
    TareEq* const eq = tare_eq_new(rate_hz, 2);
    if (!eq)
        return false;
    tare_eq_set_controls(eq, controls);
    for (uint32_t i = 0; i < n_frames; i += 480)
        tare_eq_process(eq, (const float*[]){in[0] + i, in[1] + i},
                        (float*[]){out[0] + i, out[1] + i}, 480);
    tare_eq_free(eq);
    return true;
}
