/* What sets the sliders of players' graphic equalisers. */

#ifndef TARE_SLIDER_PRESETS_H
#define TARE_SLIDER_PRESETS_H

typedef struct TareFormat TareFormat;

extern const TareFormat tare_audacious_format; ///< "audacious"
extern const TareFormat tare_vlc_format;       ///< "vlc"

#endif
