/* All sections of an equaliser in all channels, with their memory: the place where sound is
   filtered. Only sections that do something cost time. */

#ifndef TARE_BANK_H
#define TARE_BANK_H

#include "kernel.h"

/** One section in one channel. */
typedef struct {
    TareBiquad from, to; ///< equal when nothing glides
    double w1, w2;       ///< state, as far as the kernel does not hold it
    bool is_running;     ///< false: passes unchanged, state is zero
    bool is_neutral;     ///< glides to, or rests at, no effect; stops once its state has died away
} TareLane;

typedef struct {
    TareKernelData data;
    const TareKernel* kernel;
    uint32_t n_channels;
    uint32_t n_running;                   ///< sections that run in one channel at least
    uint8_t running[TARE_N_SECTIONS];     ///< which they are, in order
    bool is_moving;                       ///< a glide has not yet arrived
    bool needs_b0;                        ///< at rest, but as scaled sections out of float's range
    bool has_neutral;                     ///< some lane waits for its state to die away
    float entry_gains[TARE_MAX_CHANNELS]; ///< what `rest` has taken out of the sections
    double scales[TARE_MAX_CHANNELS][TARE_N_SECTIONS]; ///< kernel's state / state of the lane
    TareLane lanes[TARE_MAX_CHANNELS][TARE_N_SECTIONS];
} TareBank;

/** Silent and passing. The bank must lie at a multiple of TARE_KERNEL_ALIGNMENT. */
void tare_bank_init(TareBank* bank, const TareKernel* kernel, uint32_t n_channels);

/** Silent and passing again. */
void tare_bank_reset(TareBank* bank);

/** Makes the sections of a cascade count at once. */
void tare_bank_jump(TareBank* bank, const TareCascade* cascade);

/** Makes every section glide from what it does now to that of the cascade. What goes away glides to
    no effect, and stops once it is silent. */
void tare_bank_glide(TareBank* bank, const TareCascade* cascade);

/** The glide has ended. */
void tare_bank_arrive(TareBank* bank);

/** Filters n_frames pairs in place (left and right of a frame, then of the next), which must have
    been multiplied by entry_gains. TARE_KERNEL_MARGIN pairs before and behind them must exist; they
    may be overwritten. `shape` holds the glide's position for each frame; NULL at rest. */
void tare_bank_filter(TareBank* bank, float* pairs, const float* shape, uint32_t n_frames);

/** Silences everything when the state is no sound any more, for all sections behind a fault are
   full of it; removes what is too small to hear; stops neutral sections that have nothing left to
   say. To be called at fixed distances in frames. */
void tare_bank_check(TareBank* bank);

#endif
