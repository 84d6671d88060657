/* Impulse responses, for programs that convolve. */

#ifndef TARE_IMPULSE_H
#define TARE_IMPULSE_H

typedef struct TareFormat TareFormat;

extern const TareFormat tare_impulse_format;        ///< "impulse", a WAV file of minimum phase
extern const TareFormat tare_impulse_linear_format; ///< "impulse-linear"
extern const TareFormat tare_sox_fir_format;        ///< "sox-fir", a text of minimum phase

#endif
