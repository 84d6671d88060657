#include "fader.h"

#include "pace.h"

bool tare_fader_init(TareFader* fader, const TareKernel* kernel, double sample_rate_hz,
                     uint32_t n_channels)
{
    for (int i = 0; i < 2; ++i)
        tare_bank_init(&fader->banks[i], kernel, n_channels);
    fader->n_steps = TARE_FADER_N_STEPS * tare_pace(sample_rate_hz).n_parts;
    return tare_ramp_init(&fader->ramp, sample_rate_hz) &&
           tare_past_init(&fader->past, sample_rate_hz);
}

void tare_fader_clear(TareFader* fader)
{
    tare_ramp_clear(&fader->ramp);
    tare_past_clear(&fader->past);
}

void tare_fader_reset(TareFader* fader)
{
    tare_bank_reset(&fader->banks[fader->now]);
    tare_past_reset(&fader->past);
    tare_ramp_finish(&fader->ramp);
    fader->is_preparing = false;
}

void tare_fader_jump(TareFader* fader, const TareCascade* cascade)
{
    tare_bank_jump(&fader->banks[fader->now], cascade);
}

/** What a bank makes of a sound. */
static void play(TareBank* bank, float* pairs, const float* left, const float* right,
                 uint32_t n_frames)
{
    bank->widest->load(pairs, left, right, bank->input_gains, n_frames);
    tare_bank_filter(bank, pairs, n_frames);
}

/** The same of the input, which is kept. Returns whether that lay within full scale. */
static bool play_and_keep(TareBank* bank, TarePast* past, float* pairs, const float* left,
                          const float* right, uint32_t n_frames)
{
    float* const kept[] = {past->sound[0] + past->position, past->sound[1] + past->position};
    const bool is_within =
        bank->widest->load_and_keep(pairs, left, right, bank->input_gains, n_frames, kept);
    tare_past_advance(past, n_frames);
    tare_bank_filter(bank, pairs, n_frames);
    return is_within;
}

static float* next_pairs(TareFader* fader)
{
    return fader->next + 2 * TARE_KERNEL_MARGIN;
}

/* Before the fade */

static void take_snapshot(TareFader* fader, uint32_t bank, uint32_t position)
{
    tare_bank_snapshot(&fader->banks[bank], tare_past_snapshot(&fader->past, bank, position));
}

void tare_fader_prepare(TareFader* fader, const TareCascade* cascade)
{
    const uint32_t next = !fader->now;
    const uint32_t too_old = fader->past.position % TARE_PAST_GRAIN;
    fader->n_frames_behind =
        too_old ? fader->past.n_frames - TARE_PAST_GRAIN + too_old : fader->past.n_frames;
    const uint32_t start = tare_past_position(&fader->past, fader->n_frames_behind);
    tare_bank_jump(&fader->banks[next], cascade);
    tare_bank_inherit(&fader->banks[next], &fader->banks[fader->now],
                      tare_past_snapshot(&fader->past, fader->now, start));
    take_snapshot(fader, next, start);
    fader->n_steps_left = fader->n_steps;
    fader->is_preparing = true;
}

/** Hears the next frames of the past, at most to the end of the grain; returns how many. */
static uint32_t catch_up(TareFader* fader, uint32_t n_frames)
{
    const uint32_t next = !fader->now;
    const uint32_t start = tare_past_position(&fader->past, fader->n_frames_behind);
    const uint32_t n_left = TARE_PAST_GRAIN - start % TARE_PAST_GRAIN;
    const uint32_t n = n_frames < n_left ? n_frames : n_left;
    play(&fader->banks[next], next_pairs(fader), fader->past.sound[0] + start,
         fader->past.sound[1] + start, n);
    fader->n_frames_behind -= n;
    if (n == n_left)
        take_snapshot(fader, next, tare_past_position(&fader->past, fader->n_frames_behind));
    return n;
}

void tare_fader_step(TareFader* fader)
{
    uint32_t n = fader->n_frames_behind;
    if (fader->n_steps_left > 1)
        n /= fader->n_steps_left;
    if (fader->n_steps_left > 0)
        --fader->n_steps_left;
    while (n > 0)
        n -= catch_up(fader, n);
}

void tare_fader_start(TareFader* fader, double gain)
{
    tare_bank_set_gain(&fader->banks[!fader->now], gain);
    tare_ramp_start(&fader->ramp);
    fader->is_preparing = false;
}

/* The sound */

static void fade(float* pairs, const float* next, const float* shape, uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i)
        for (uint32_t k = 2 * i; k < 2 * i + 2; ++k)
            pairs[k] += shape[i] * (next[k] - pairs[k]);
}

bool tare_fader_process(TareFader* fader, float* pairs, const float* left, const float* right,
                        uint32_t n_frames)
{
    const bool is_within =
        play_and_keep(&fader->banks[fader->now], &fader->past, pairs, left, right, n_frames);
    if (fader->is_preparing)
        fader->n_frames_behind += n_frames;
    if (!tare_fader_is_moving(fader))
        return is_within;
    play(&fader->banks[!fader->now], next_pairs(fader), left, right, n_frames);
    fade(pairs, next_pairs(fader), tare_ramp_values(&fader->ramp), n_frames);
    tare_ramp_advance(&fader->ramp, n_frames);
    if (!tare_fader_is_moving(fader))
        fader->now = !fader->now;
    return is_within;
}

void tare_fader_check(TareFader* fader)
{
    const uint32_t next = !fader->now;
    tare_bank_check(&fader->banks[fader->now]);
    take_snapshot(fader, fader->now, fader->past.position);
    if (fader->is_preparing || tare_fader_is_moving(fader))
        tare_bank_check(&fader->banks[next]);
    if (tare_fader_is_moving(fader))
        take_snapshot(fader, next, fader->past.position);
}
