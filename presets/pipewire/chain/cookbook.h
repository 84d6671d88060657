/* Bands for equalisers that run the cookbook's filters at the stream's rate in single precision, as
   PipeWire's own: moved until they do there what our core does, whatever rate they were made for.
 */

#ifndef TARE_PIPEWIRE_COOKBOOK_H
#define TARE_PIPEWIRE_COOKBOOK_H

#include "controls.h"

#include <stdbool.h>

/** PipeWire's own filters are told to stay within these, and from 1.6 on they do: filter-graph's
    bq_* have "Q" up to 10 and "Gain" up to 20, in all versions. */
#define TARE_COOKBOOK_MAX_Q 10.0
#define TARE_COOKBOOK_MAX_GAIN_DB 20.0

/** Filters for the left and the right channel. */
typedef struct TareCookbook {
    double preamp_db;
    unsigned n_bands[TARE_MAX_CHANNELS];
    TareBand bands[TARE_MAX_CHANNELS][TARE_MAX_BANDS];
    double error_db, error_freq_hz; ///< the largest difference of 20 Hz to 20 kHz, and where
    double rounding_db; ///< what rounding at every sample may add, the more the lower a band lies
} TareCookbook;

/** Whether bass, treble or tilt are asked for, which these bands do not do. */
bool tare_cookbook_has_tone(const TareControls* controls);

/** Takes them out of controls. */
void tare_cookbook_drop_tone(TareControls* controls);

/** Whether the bands do what was asked for at all: a notch they cannot. */
bool tare_cookbook_is_usable(const TareCookbook* cookbook);

/** Makes them for one rate: peaks, and shelves of Q 0.7071, the only one that all versions of
    PipeWire have. Bands that do nothing are left out. Not enabled means flat; comparing,
    flat and as loud as pink noise would be corrected. False when memory is short. */
bool tare_cookbook_make(TareCookbook* cookbook, const TareControls* controls, double rate_hz);

#endif
