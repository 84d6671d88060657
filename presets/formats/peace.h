/* Configurations of Peace, an interface of Equalizer APO: ".peace". */

#ifndef TARE_PEACE_H
#define TARE_PEACE_H

typedef struct TareFormat TareFormat;

/** "peace" */
extern const TareFormat tare_peace_format;

#endif
