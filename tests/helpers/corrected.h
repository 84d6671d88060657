/* What a correction leaves between a measured headphone and a target, at 12 points an octave from
   20 Hz to 10 kHz. */

#ifndef TARE_TESTS_CORRECTED_H
#define TARE_TESTS_CORRECTED_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;

enum { CORRECTED_POINTS = 109 };

/** The curve of the target with the name of an aim, at the ear of an HMS II.3 or at that of a GRAS;
    false, and empty, when there is none. */
bool corrected_take_target(TareCurve* curve, const char* aim, bool is_hms);

/** The gain of a correction at each point, in dB, at the rate that it is meant for. */
void corrected_gains(double* gain_db, const TareCorrection* correction);

/** Takes the mean of a range away; returns the RMS of the rest there. */
double corrected_rms_db(double* level_db, double from_hz, double to_hz);

/** The corrected response less the target, with a mean of 0 from 40 Hz to 6 kHz; returns the RMS
    there. */
double corrected_error_db(double* error_db, const TareCorrection* correction,
                          const TareCurve* response, const TareCurve* target);

/** The RMS from 20 Hz to 10 kHz of the correction less what AutoEq's limits leave of the way to the
    target, less the mean. */
double corrected_limited_error_db(const TareCorrection* correction, const TareCurve* response,
                                  const TareCurve* target);

/** The value below which a part of n >= 1 values is, between two if need be; sorts them. */
double corrected_part_of(double* values, size_t n, double part);

#endif
