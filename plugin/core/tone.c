#include "tone.h"

#include "controls.h"
#include "sections.h"

#include <math.h>

/* Three equal shelves make a straight line of 20 Hz .. 20 kHz within 0.07 dB at 1.5 dB per octave
   when they stand 4.6 octaves apart around 632 Hz with Q 0.38 (found by a search over both). */
static const double tilt_centre_hz = 632.4555;
static const double tilt_spacing_octaves = 4.6;
static const double tilt_q = 0.38;

static TareBand shelf(TareBandType type, double freq_hz, double gain_db, double q)
{
    return (TareBand){.type = type, .freq_hz = freq_hz, .gain_db = gain_db, .q = q};
}

void tare_tone_bands(const TareControls* controls, TareBand* bands)
{
    bands[0] = shelf(TARE_BAND_LOW_SHELF, TARE_BASS_FREQ_HZ, controls->bass_db, 0.7);
    bands[1] = shelf(TARE_BAND_HIGH_SHELF, TARE_TREBLE_FREQ_HZ, controls->treble_db, 0.7);

    const double step_db = tilt_spacing_octaves * controls->tilt_db_per_octave;
    for (int i = 0; i < TARE_N_TILT_BANDS; ++i) {
        const double octaves = (i - (TARE_N_TILT_BANDS - 1) / 2.0) * tilt_spacing_octaves;
        bands[2 + i] = shelf(TARE_BAND_HIGH_SHELF, tilt_centre_hz * exp2(octaves), step_db, tilt_q);
    }
}
