/* The shelves and the peak that targets are bent by. */

#ifndef TARE_BEND_H
#define TARE_BEND_H

/** A frequency, or the end of 20 Hz to 20 kHz that is nearest to it. */
double tare_bend_freq_hz(double freq_hz);

/** The low shelf of targets, 105 Hz, at a frequency. */
double tare_bend_bass_db(double gain_db, double q, double freq_hz);

/** The high shelf and the peak of graph tools. */
double tare_bend_treble_db(double gain_db, double freq_hz);
double tare_bend_ear_db(double gain_db, double freq_hz);

#endif
