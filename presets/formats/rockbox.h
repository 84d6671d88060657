/* Equaliser presets of Rockbox. */

#ifndef TARE_ROCKBOX_H
#define TARE_ROCKBOX_H

typedef struct TareFormat TareFormat;

/** "rockbox" */
extern const TareFormat tare_rockbox_format;

#endif
