/* The equaliser: audio in, audio out, in blocks of any length, with no latency.

   One instance serves one stream; instances share nothing, and may run in threads of their own.
   Only one thread at a time may be in a function on the same instance. */

#ifndef TARE_EQ_H
#define TARE_EQ_H

#include "tare/clip.h"
#include "tare/controls.h"

TARE_BEGIN_DECLS

typedef struct TareEq TareEq;

/* Setup: these may take memory and time, and must not run beside the audio functions. */

/** A new equaliser for 1 or 2 channels (TARE_MAX_CHANNELS), flat until told otherwise. The caller
    owns it.

    Returns NULL when memory is short, the number of channels is none of these, or the rate lies
    outside TARE_SAMPLE_RATE_MIN_HZ .. TARE_SAMPLE_RATE_MAX_HZ. */
TARE_NODISCARD TARE_API TARE_MALLOC_FUNC TareEq* tare_eq_new(double sample_rate_hz,
                                                             uint32_t n_channels);

/** Frees an equaliser; NULL is allowed. */
TARE_API void tare_eq_free(TareEq* eq);

/** Forgets all sound. The controls that are set before the next block count from its first frame.
    To be called before a stream starts anew; a new equaliser need not be. */
TARE_API void tare_eq_reset(TareEq* eq);

/** Works out what the controls ask for, before the first block after a reset or of a new equaliser:
    else that block does, which takes up to a millisecond, and does again when controls change in
    between. Any other time it does nothing. */
TARE_API void tare_eq_prepare(TareEq* eq);

/* Audio: these take no memory, no lock, make no system call, and their time is bounded. */

/** Says what the sound shall be; the controls are copied. Values are clamped, one that is not a
    number stays as it was. A change is worked out in small pieces and then faded to over
    TARE_RAMP_SECONDS, both within 40 ms, after which filters ring out as they do; one that comes
    meanwhile is worked out while the first fades in, and follows it. A piece of the work takes up
    to 40 us; before the first frame all of it is done at once (see tare_eq_prepare()). */
TARE_API TARE_REALTIME void tare_eq_set_controls(TareEq* eq, const TareControls* controls);

/** Processes n_frames of each channel. `in` and `out` hold one pointer a channel, to n_frames
    samples, 1 being full scale; they may be the same buffers, also crossed. The result does not
    depend on how a stream is cut into blocks. Samples that are not finite, or beyond
    TARE_SAMPLE_MAX, count as 0; the processor's float flags are left as they were.

    Filters: R. Bristow-Johnson's cookbook, kept at every rate as in M. Vicanek, "Matched Second
    Order Digital Filters" (2016) and by a fit of the sum, in the delta form of R. H. Middleton and
    G. C. Goodwin, IEEE TAC 31(11), 1986. */
TARE_API TARE_REALTIME void tare_eq_process(TareEq* eq, const float* const* in, float* const* out,
                                            uint32_t n_frames);

/** Whether the output has gone beyond full scale since the controls last changed, and why. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME TareClip tare_eq_clip(const TareEq* eq);

/** How far below full scale the output has stayed since the controls last changed, in dB, negative
    when it was beyond; between TARE_HEADROOM_MIN_DB and TARE_HEADROOM_MAX_DB. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME double tare_eq_headroom_db(const TareEq* eq);

/** What is put before the filters that play, heard or not, in dB: the preamp, manual or automatic,
    and what keeps a tilt at 0 dB at 1 kHz; between TARE_PREAMP_USED_MIN_DB and
   TARE_PREAMP_USED_MAX_DB. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME double tare_eq_preamp_db(const TareEq* eq);

TARE_END_DECLS

#endif
