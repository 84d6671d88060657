#include "helpers/eq_run.h"

#include "helpers/noise.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { n_frames = SOUND_N_FRAMES };

TareControls busy_controls(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.preamp_db = -4;
    controls.bass_db = 3;
    controls.tilt_db_per_octave = -0.5;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] =
            (TareBand){i % 3 == 0   ? TARE_BAND_PEAK
                       : i % 3 == 1 ? TARE_BAND_LOW_SHELF
                                    : TARE_BAND_HIGH_SHELF,
                       30 * pow(1.4, i), i % 2 ? 5.5 : -6.5, 0.4 + 0.3 * i, (TareChannel)(i % 3)};
    return controls;
}

void sound_fill_noise(Sound* sound)
{
    noise_fill(sound->ch[0], n_frames, 1);
    noise_fill(sound->ch[1], n_frames, 2);
}

void eq_run_blocks(TareEq* eq, const TareControls* controls, const Sound* in, Sound* out,
                   uint32_t from, uint32_t to, uint32_t block)
{
    for (uint32_t i = from; i < to; i += block) {
        const uint32_t n = to - i < block ? to - i : block;
        tare_eq_set_controls(eq, controls);
        tare_eq_process(eq, (const float*[]){in->ch[0] + i, in->ch[1] + i},
                        (float*[]){out->ch[0] + i, out->ch[1] + i}, n);
    }
}

void eq_run_once(const TareControls* controls, double sample_rate_hz, const Sound* in, Sound* out,
                 uint32_t block)
{
    TareEq* eq = tare_eq_new(sample_rate_hz, 2);
    if (!eq) {
        memset(out, 0, sizeof *out);
        return;
    }
    eq_run_blocks(eq, controls, in, out, 0, n_frames, block);
    tare_eq_free(eq);
}

double sound_residue_db(const Sound* a, const Sound* b, uint32_t from)
{
    double difference = 0, level = 0;
    for (uint32_t i = from; i < n_frames; ++i) {
        difference += pow((double)a->ch[0][i] - b->ch[0][i], 2);
        level += pow((double)b->ch[0][i], 2);
    }
    return 10 * log10(difference / level + 1e-30);
}

bool sound_is_finite(const Sound* sound)
{
    for (uint32_t i = 0; i < n_frames; ++i)
        if (!isfinite(sound->ch[0][i]) || !isfinite(sound->ch[1][i]))
            return false;
    return true;
}
