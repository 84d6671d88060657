/* Presets of EasyEffects, as JSON. */

#ifndef TARE_EASYEFFECTS_H
#define TARE_EASYEFFECTS_H

typedef struct TareFormat TareFormat;

/** "easyeffects" */
extern const TareFormat tare_easyeffects_format;

#endif
