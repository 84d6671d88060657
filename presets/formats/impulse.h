/* Impulse responses in files of sound, as convolvers take them. */

#ifndef TARE_IMPULSE_H
#define TARE_IMPULSE_H

typedef struct TareFormat TareFormat;

/** "impulse" */
extern const TareFormat tare_impulse_format;

#endif
