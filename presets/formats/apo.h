/* Equalizer APO text. */

#ifndef TARE_APO_H
#define TARE_APO_H

typedef struct TareFormat TareFormat;

/** "apo" */
extern const TareFormat tare_apo_format;

#endif
