/* What a plot of one correction shows, or of several. */

#ifndef TARE_PICTURE_H
#define TARE_PICTURE_H

typedef struct TareCorrection TareCorrection;

typedef struct TarePlot TarePlot;

typedef struct TareCurve TareCurve;

/** So many corrections can be told apart in one picture. */
#define TARE_PICTURE_MAX_CORRECTIONS 6

#include <stddef.h>
#include <stdint.h>

typedef struct TarePicture TarePicture;

/** Computes all curves and words of a plot. `channel` is 0 for left, 1 for right. NULL when memory
    is short. Of a correction from a review it shows too what the words say the headphone does. */
TarePicture* tare_picture_new(const TareCorrection* correction, uint32_t channel, double rate_hz);

/** The same for 2 to TARE_PICTURE_MAX_CORRECTIONS corrections: a curve each, whose mean
    over 300 Hz to 3 kHz is 0 dB. */
TarePicture* tare_picture_new_comparison(const TareCorrection* const* corrections, size_t n,
                                         uint32_t channel, double rate_hz);

/** A correction that was fitted to a measurement, which is `error` dB off its target: that before
    and after, each with a mean of 0 dB over 300 Hz to 3 kHz, and the correction. */
TarePicture* tare_picture_new_measured(const TareCorrection* correction, const TareCurve* error,
                                       uint32_t channel, double rate_hz);

/** A headphone of which the response was measured: that, its target (NULL when it is not known),
   and what the correction makes of it, each with a mean of 0 dB over 300 Hz to 3 kHz, on levels of
    -20 to +20 dB. */
TarePicture* tare_picture_new_response(const TareCorrection* correction, const TareCurve* response,
                                       const TareCurve* target, uint32_t channel, double rate_hz);

/** Has the levels go from -range_db to range_db, above 0, whatever the curves need. NULL is
 * allowed.
 */
void tare_picture_set_range(TarePicture* picture, double range_db);

/** What to draw; belongs to the picture. */
const TarePlot* tare_picture_plot(const TarePicture* picture);

void tare_picture_free(TarePicture* picture);

#endif
