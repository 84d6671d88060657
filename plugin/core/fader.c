#include "fader.h"

bool tare_fader_init(TareFader* fader, const TareKernel* kernel, double sample_rate_hz,
                     uint32_t n_channels)
{
    for (int i = 0; i < 2; ++i)
        tare_bank_init(&fader->banks[i], kernel, n_channels);
    return tare_ramp_init(&fader->ramp, sample_rate_hz);
}

void tare_fader_clear(TareFader* fader)
{
    tare_ramp_clear(&fader->ramp);
}

void tare_fader_reset(TareFader* fader)
{
    tare_bank_reset(&fader->banks[fader->now]);
    tare_ramp_finish(&fader->ramp);
}

void tare_fader_jump(TareFader* fader, const TareCascade* cascade)
{
    tare_bank_jump(&fader->banks[fader->now], cascade);
    tare_ramp_finish(&fader->ramp);
}

void tare_fader_start(TareFader* fader, const TareCascade* cascade)
{
    TareBank* const next = &fader->banks[!fader->now];
    tare_bank_jump(next, cascade);
    tare_bank_inherit(next, &fader->banks[fader->now]);
    tare_ramp_start(&fader->ramp);
}

/** What a bank makes of the input. */
static void play(TareBank* bank, float* pairs, const float* left, const float* right,
                 uint32_t n_frames)
{
    /* mono is two channels of the same sound */
    const uint32_t last = bank->n_channels - 1;
    const float gains[] = {(float)(bank->gain * bank->entry_gains[0]),
                           (float)(bank->gain * bank->entry_gains[last])};
    bank->kernel->load(pairs, left, right, gains, n_frames);
    tare_bank_filter(bank, pairs, n_frames);
}

static void fade(float* pairs, const float* next, const float* shape, uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i)
        for (uint32_t k = 2 * i; k < 2 * i + 2; ++k)
            pairs[k] += shape[i] * (next[k] - pairs[k]);
}

void tare_fader_process(TareFader* fader, float* pairs, const float* left, const float* right,
                        uint32_t n_frames)
{
    play(&fader->banks[fader->now], pairs, left, right, n_frames);
    if (!tare_fader_is_moving(fader))
        return;
    float* const next = fader->next + 2 * TARE_KERNEL_MARGIN;
    play(&fader->banks[!fader->now], next, left, right, n_frames);
    fade(pairs, next, tare_ramp_values(&fader->ramp), n_frames);
    tare_ramp_advance(&fader->ramp, n_frames);
    if (!tare_fader_is_moving(fader))
        fader->now = !fader->now;
}

void tare_fader_check(TareFader* fader)
{
    tare_bank_check(&fader->banks[fader->now]);
    if (tare_fader_is_moving(fader))
        tare_bank_check(&fader->banks[!fader->now]);
}
