/* Bass, treble and tilt: the listener's taste on top of a correction, in bands of its own so that
   it never touches those of the correction. */

#ifndef TARE_TONE_H
#define TARE_TONE_H

typedef struct TareBand TareBand;
typedef struct TareControls TareControls;

/** The corner of the bass shelf and of the treble shelf, Q 0.7 each. */
#define TARE_BASS_FREQ_HZ 105.0
#define TARE_TREBLE_FREQ_HZ 10000.0

/** Where tilt leaves the level as it is. */
#define TARE_TILT_PIVOT_HZ 1000.0

/** Writes TARE_N_TONE_BANDS bands (sections.h). The tilt bands come last and are 0 dB at low
   frequencies; the caller levels them at TARE_TILT_PIVOT_HZ. */
void tare_tone_bands(const TareControls* controls, TareBand* bands);

#endif
