/* One band of a preset of EasyEffects. */

#ifndef TARE_EASYEFFECTS_BAND_H
#define TARE_EASYEFFECTS_BAND_H

#include "tare/band.h"

typedef struct TareGathered TareGathered;
typedef struct json_t json_t; ///< of jansson.h

/** Where it stands. */
typedef struct TareEasyEffectsPlace {
    TareGathered* gathered;
    const char *plugin, *side;
    int number;
    TareChannel channel;
} TareEasyEffectsPlace;

/** Takes what a band that is on does: in the mode "APO (DR)" the cookbook's, in others LSP's own.
    What is not understood is reported. */
void tare_easyeffects_band(const TareEasyEffectsPlace* place, const json_t* object);

#endif
