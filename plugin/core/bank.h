/* All sections of a cascade in all channels, with their memory: the place where sound is filtered.
   Only sections that do something cost time. */

#ifndef TARE_BANK_H
#define TARE_BANK_H

#include "cascade.h"
#include "snapshot.h"

typedef struct TareKernel TareKernel;
typedef struct TareKernelData TareKernelData;

typedef struct TareBank {
    TareKernelData data;
    const TareKernel* widest; ///< the kernel for many sections
    const TareKernel* kernel; ///< the one for those that run
    uint32_t n_channels;
    uint32_t n_running;               ///< sections that run in one channel at least
    uint8_t running[TARE_N_SECTIONS]; ///< which they are, in order
    TareSection sections[TARE_N_SECTIONS];
    double gain;                          ///< of the cascade; the sections do not have it
    bool needs_b0;                        ///< as scaled sections out of float's range
    float entry_gains[TARE_MAX_CHANNELS]; ///< what is taken out of the sections
    float input_gains[2]; ///< that and the gain, of both sides: mono is two of the same sound
    double scales[TARE_MAX_CHANNELS][TARE_N_SECTIONS]; ///< kernel's state / that of the section
} TareBank;

/** Silent and passing. The bank must lie at a multiple of TARE_KERNEL_ALIGNMENT. */
void tare_bank_init(TareBank* bank, const TareKernel* kernel, uint32_t n_channels);

/** Silent and passing again. */
void tare_bank_reset(TareBank* bank);

/** Runs the sections of a cascade, from silence. */
void tare_bank_jump(TareBank* bank, const TareCascade* cascade);

void tare_bank_snapshot(const TareBank* bank, TareSnapshot* snapshot);

/** Takes over the memory of another bank, of which a snapshot was taken, when their sections differ
    little; to be called after tare_bank_jump(). */
void tare_bank_inherit(TareBank* bank, const TareBank* other, const TareSnapshot* snapshot);

/** Changes the gain as if it had always been so. */
void tare_bank_set_gain(TareBank* bank, double gain);

/** Filters n_frames pairs in place (left and right of a frame, then of the next), which must have
    been multiplied by entry_gains. TARE_KERNEL_MARGIN pairs before and behind them must exist; they
    may be overwritten. */
void tare_bank_filter(TareBank* bank, float* pairs, uint32_t n_frames);

/** Silences everything when the state is no sound any more, for all sections behind a fault are
    full of it; removes what is too small to hear. To be called at fixed distances in frames. */
void tare_bank_check(TareBank* bank);

#endif
