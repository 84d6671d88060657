/* Coefficients of filters, as miniDSP's programs, REW and others write them for its devices. */

#ifndef TARE_MINIDSP_H
#define TARE_MINIDSP_H

typedef struct TareFormat TareFormat;

/** "minidsp" */
extern const TareFormat tare_minidsp_format;

#endif
