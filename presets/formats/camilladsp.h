/* Configurations of CamillaDSP. */

#ifndef TARE_CAMILLADSP_H
#define TARE_CAMILLADSP_H

typedef struct TareFormat TareFormat;

/** "camilladsp" */
extern const TareFormat tare_camilladsp_format;

#endif
