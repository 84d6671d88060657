/* The equaliser: audio in, audio out, in blocks of any length, with no latency.

   One instance serves one stream; instances share nothing. */

#ifndef TARE_EQ_H
#define TARE_EQ_H

#include "controls.h"
#include "meter.h"

typedef struct TareEq TareEq;

/* Setup: these may take memory and time, and must not run beside the audio functions. */

/** A new equaliser for 1 or 2 channels (TARE_MAX_CHANNELS), flat until told otherwise.

    Returns NULL when memory is short, the number of channels is none of these, or the rate lies
    outside TARE_SAMPLE_RATE_MIN_HZ .. TARE_SAMPLE_RATE_MAX_HZ. */
TareEq* tare_eq_new(double sample_rate_hz, uint32_t n_channels);

/** Frees an equaliser; NULL is allowed. */
void tare_eq_free(TareEq* eq);

/** Forgets all sound. The controls that are set before the next block count from its first frame.
 */
void tare_eq_reset(TareEq* eq);

/* Audio: these take no memory, no lock, make no system call, and their time is bounded. */

/** Says what the sound shall be. Values are clamped, one that is not a number stays as it was.
    A change is worked out in small pieces and then faded to over TARE_RAMP_SECONDS, both within
    40 ms, after which filters ring out as they do; one that comes meanwhile is worked out while the
    first fades in, and follows it. A piece of the work takes up to 40 us. */
void tare_eq_set_controls(TareEq* eq, const TareControls* controls);

/** Processes n_frames of each channel. `in` and `out` hold one pointer a channel; they may be the
    same buffers, also crossed. The result does not depend on how a stream is cut into blocks.
    Samples that are not finite, or beyond TARE_SAMPLE_MAX, count as 0; the processor's float flags
    are left as they were. */
void tare_eq_process(TareEq* eq, const float* const* in, float* const* out, uint32_t n_frames);

/** Whether the output has gone beyond full scale since the controls last changed, and why. */
TareClip tare_eq_clip(const TareEq* eq);

/** How far below full scale the output has stayed since the controls last changed. */
double tare_eq_headroom_db(const TareEq* eq);

#endif
