/* Plays a cascade, and fades to the next one.

   While it fades, both cascades hear the input side by side, each with coefficients that stand
   still. So nothing can swing up as filters do whose coefficients move: what is heard lies between
   what the two would play, and when both leave the sound below full scale, so does the change.

   Before, and unheard, the next cascade is brought to where it would be had it always played: it
   takes over what it can of the memory that the present one had a moment ago, and hears the sound
   since. That is done in a few pieces. */

#ifndef TARE_FADER_H
#define TARE_FADER_H

#include "bank.h"
#include "past.h"
#include "ramp.h"

/** The longest piece that is processed at once. */
enum { TARE_FADER_MAX_FRAMES = TARE_PAST_GRAIN };

/** So many calls of tare_fader_step() bring the next cascade to the present, times the parts that
    tare_pace() says. */
enum { TARE_FADER_N_STEPS = 7 };

typedef struct TareFader {
    TareBank banks[2];
    uint32_t now;  ///< which is heard; the other one is faded to
    TareRamp ramp; ///< from one to the other
    TarePast past;
    bool is_preparing;
    uint32_t n_steps, n_steps_left;
    uint32_t n_frames_behind; ///< how far the next cascade is from the present
    _Alignas(TARE_KERNEL_ALIGNMENT) float next[2 * (TARE_KERNEL_MARGIN + TARE_FADER_MAX_FRAMES +
                                                    TARE_KERNEL_MARGIN)]; ///< pairs
} TareFader;

/** Setup: takes memory; false when there is none. The fader must lie at a multiple of
    TARE_KERNEL_ALIGNMENT and be all zeros. */
bool tare_fader_init(TareFader* fader, const TareKernel* kernel, double sample_rate_hz,
                     uint32_t n_channels);

/** Setup: gives the memory back. */
void tare_fader_clear(TareFader* fader);

/** Setup: silent and passing again. */
void tare_fader_reset(TareFader* fader);

/** Plays a cascade from the next frame on, from silence. */
void tare_fader_jump(TareFader* fader, const TareCascade* cascade);

/** Begins to prepare a cascade, whose gain may yet change; only when nothing moves. */
void tare_fader_prepare(TareFader* fader, const TareCascade* cascade);

/** Goes on preparing. To be called at fixed distances in frames. */
void tare_fader_step(TareFader* fader);

/** Whether the fade can start: only just after a step. */
static inline bool tare_fader_is_ready(const TareFader* fader)
{
    return fader->is_preparing && fader->n_frames_behind == 0;
}

/** Begins to fade to what has been prepared, with its final gain. */
void tare_fader_start(TareFader* fader, double gain);

static inline bool tare_fader_is_moving(const TareFader* fader)
{
    return tare_ramp_is_moving(&fader->ramp);
}

/** Writes n_frames pairs: at most TARE_FADER_MAX_FRAMES and as many as are left of the fade, and
    none of them beyond a multiple of TARE_FADER_MAX_FRAMES since the last reset.
    TARE_KERNEL_MARGIN pairs before and behind them must exist; they may be overwritten. Returns
    whether the input lay within full scale. */
bool tare_fader_process(TareFader* fader, float* pairs, const float* left, const float* right,
                        uint32_t n_frames);

/** Looks after the filters' states (see bank.h); to be called at each multiple of
    TARE_FADER_MAX_FRAMES since the last reset. */
void tare_fader_check(TareFader* fader);

#endif
