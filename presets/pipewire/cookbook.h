/* Bands for equalisers that run the cookbook's filters at the stream's rate in single precision, as
   PipeWire's own: moved until they do there what our core does, whatever rate they were made for.
 */

#ifndef TARE_PIPEWIRE_COOKBOOK_H
#define TARE_PIPEWIRE_COOKBOOK_H

#include "controls.h"

/** Filters for the left and the right channel. */
typedef struct {
    double preamp_db;
    unsigned n_bands[TARE_MAX_CHANNELS];
    TareBand bands[TARE_MAX_CHANNELS][TARE_MAX_BANDS];
    double error_db, error_freq_hz; ///< the largest difference of 20 Hz to 20 kHz, and where
} TareCookbook;

/** Whether controls can be told in such bands: all but bass, treble and tilt, which are sections of
    their own. */
bool tare_cookbook_can(const TareControls* controls);

/** Makes them for one rate; bands that do nothing are left out. Not enabled means flat. False when
    memory is short. */
bool tare_cookbook_make(TareCookbook* cookbook, const TareControls* controls, double rate_hz);

#endif
