/* Presets of Poweramp's parametric equaliser, as JSON. */

#ifndef TARE_POWERAMP_H
#define TARE_POWERAMP_H

typedef struct TareFormat TareFormat;

/** "poweramp" */
extern const TareFormat tare_poweramp_format;

#endif
