/* Biquads for devices of miniDSP, as REW writes them. */

#ifndef TARE_MINIDSP_H
#define TARE_MINIDSP_H

typedef struct TareFormat TareFormat;

/** "minidsp" */
extern const TareFormat tare_minidsp_format;

#endif
