/* What controls do to the level at each frequency: of the very filters that the equaliser would run
   for them at a rate. For pictures and displays; none of this is for the audio thread, but
   tare_response_gain_db(). */

#ifndef TARE_RESPONSE_H
#define TARE_RESPONSE_H

#include "tare/controls.h"

TARE_BEGIN_DECLS

typedef struct TareResponse TareResponse;

/** The response to controls (which are read once, and clamped) of a stream of 1 or 2 channels; it
    is the same whether they are enabled or not. The caller owns it. Takes up to some milliseconds.

    Returns NULL when memory is short, the number of channels is none of these, or the rate lies
    outside TARE_SAMPLE_RATE_MIN_HZ .. TARE_SAMPLE_RATE_MAX_HZ. */
TARE_NODISCARD TARE_API TARE_MALLOC_FUNC TareResponse*
tare_response_new(const TareControls* controls, double sample_rate_hz, uint32_t n_channels);

/** Frees it; NULL is allowed. */
TARE_API void tare_response_free(TareResponse* response);

/** The level of channel 0 (left) or 1 (right) at a frequency above 0 Hz and below half the rate, in
    dB, preamp included. NAN for another channel or frequency. */
TARE_NODISCARD TARE_API TARE_REALTIME double
tare_response_gain_db(const TareResponse* response, uint32_t channel, double freq_hz);

/** What is put before the filters, in dB: the preamp, and what keeps a tilt at 0 dB at 1 kHz. With
    an automatic preamp this is the highest at which no frequency comes out above full scale. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME double
tare_response_preamp_db(const TareResponse* response);

/** The highest level of any channel from 5 Hz to half the rate, in dB, preamp included, found
   within 0.01 dB. What is above 0 dB can clip; a manual preamp lower by this much cannot. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME double
tare_response_peak_db(const TareResponse* response);

/** By how much pink noise comes out louder than it went in, in dB (ITU-R BS.1770), preamp
    included: below 0 when it comes out quieter. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME double
tare_response_loudness_db(const TareResponse* response);

TARE_END_DECLS

#endif
