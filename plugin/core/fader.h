/* Plays a cascade, and fades to the next one.

   While it fades, both cascades hear the input side by side, each with coefficients that stand
   still. So nothing can swing up as filters do whose coefficients move: what is heard lies between
   what the two would play, and when both leave the sound below full scale, so does the change. */

#ifndef TARE_FADER_H
#define TARE_FADER_H

#include "bank.h"
#include "ramp.h"

/** The longest piece that is processed at once. */
enum { TARE_FADER_MAX_FRAMES = 512 };

typedef struct {
    TareBank banks[2];
    uint32_t now;  ///< which is heard; the other one is faded to
    TareRamp ramp; ///< from one to the other
    _Alignas(TARE_KERNEL_ALIGNMENT) float next[2 * (TARE_KERNEL_MARGIN + TARE_FADER_MAX_FRAMES +
                                                    TARE_KERNEL_MARGIN)]; ///< pairs
} TareFader;

/** Setup: takes memory for a ramp; false when there is none. The fader must lie at a multiple of
    TARE_KERNEL_ALIGNMENT and be all zeros. */
bool tare_fader_init(TareFader* fader, const TareKernel* kernel, double sample_rate_hz,
                     uint32_t n_channels);

/** Setup: gives the memory back. */
void tare_fader_clear(TareFader* fader);

/** Silent and passing again. */
void tare_fader_reset(TareFader* fader);

/** Plays a cascade from the next frame on, from silence. */
void tare_fader_jump(TareFader* fader, const TareCascade* cascade);

/** Begins to fade to a cascade; only when the last fade is over. */
void tare_fader_start(TareFader* fader, const TareCascade* cascade);

static inline bool tare_fader_is_moving(const TareFader* fader)
{
    return tare_ramp_is_moving(&fader->ramp);
}

/** Writes n_frames pairs, at most TARE_FADER_MAX_FRAMES, and at most as many as are left of the
    fade. TARE_KERNEL_MARGIN pairs before and behind them must exist; they may be overwritten. */
void tare_fader_process(TareFader* fader, float* pairs, const float* left, const float* right,
                        uint32_t n_frames);

/** Looks after the filters' states (see bank.h); to be called at fixed distances in frames. */
void tare_fader_check(TareFader* fader);

#endif
