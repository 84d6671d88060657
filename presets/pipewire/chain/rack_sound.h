/* What the builtin rack does to the sound, by the values of its controls. */

#ifndef TARE_PIPEWIRE_RACK_SOUND_H
#define TARE_PIPEWIRE_RACK_SOUND_H

#include <stdbool.h>

typedef struct TareRack TareRack;

/** Whether two builtin racks do the same at a rate, 20 Hz to 20 kHz, as far as anybody hears: a
   sink that an earlier version filled, whose bands were fitted otherwise, still plays what it was
   to. */
bool tare_rack_sound_is_same(const TareRack* a, const TareRack* b, double rate_hz);

#endif
