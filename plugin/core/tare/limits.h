/* Every limit of the equaliser, written once. The port table, the clamps, the readers and the tests
   refer to these; none of them repeats a number. The ranges hold every published preset seen.

   A program that asks for more than its library knows is told so, or gets what is nearest. */

#ifndef TARE_LIMITS_H
#define TARE_LIMITS_H

#define TARE_FREQ_MIN_HZ 8.0
#define TARE_FREQ_MAX_HZ 22000.0
#define TARE_GAIN_MIN_DB (-30.0)
#define TARE_GAIN_MAX_DB 30.0
#define TARE_Q_MIN 0.1
#define TARE_Q_MAX 20.0

#define TARE_PREAMP_MIN_DB (-30.0)
#define TARE_PREAMP_MAX_DB 30.0
#define TARE_STRENGTH_MAX_PERCENT 100.0
#define TARE_TONE_MIN_DB (-12.0)
#define TARE_TONE_MAX_DB 12.0
#define TARE_TILT_MIN_DB_PER_OCTAVE (-1.5)
#define TARE_TILT_MAX_DB_PER_OCTAVE 1.5

/** What the equaliser can say of its preamp. */
#define TARE_PREAMP_USED_MIN_DB (-90.0)
#define TARE_PREAMP_USED_MAX_DB 60.0

/** What the meter can say. */
#define TARE_HEADROOM_MIN_DB (-60.0)
#define TARE_HEADROOM_MAX_DB 60.0

#define TARE_SAMPLE_RATE_MIN_HZ 8000.0
#define TARE_SAMPLE_RATE_MAX_HZ 768000.0

/** Samples beyond this (180 dB above full scale) are no sound; they count as 0. */
#define TARE_SAMPLE_MAX 1e9f

/** Every change of sound is faded to for this long, once it has been worked out. */
#define TARE_RAMP_SECONDS 0.010

#endif
