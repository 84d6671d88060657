/* What a plot of one correction shows, or of several. */

#ifndef TARE_PICTURE_H
#define TARE_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;
typedef struct TarePicture TarePicture;
typedef struct TarePlot TarePlot;

/** So many corrections can be told apart in one picture. */
#define TARE_PICTURE_MAX_CORRECTIONS 6

/** Of which channel the curves are. */
typedef enum {
    TARE_PICTURE_LEFT,
    TARE_PICTURE_RIGHT,
    TARE_PICTURE_BOTH ///< one curve for both, or one for each where they differ
} TarePictureSide;

/** What is known of how a headphone sounds. Nothing of it is kept. */
typedef struct TarePictureSound {
    const TareCurve* responses; ///< as it was measured: both sides together, or left and right
    size_t n_responses;         ///< 1 or 2
    const char* person;         ///< who measured it; NULL: not told
    const TareCurve* target;    ///< NULL: not known
    const TareCurve* measured;  ///< what each who measured its model at like ears found, a curve
    size_t n_persons;           ///< of each; an area is drawn for two or more
    const char* persons;        ///< their names, "A, B and C"
} TarePictureSound;

/** Whether any band that is heard is for one side only. */
bool tare_picture_sides_differ(const TareBandSet* set);

/** Computes all curves and words of a plot of a correction: its bands and their sum. NULL when
    memory is short. Of a correction from a review it shows too what the words say the headphone
    does. */
TarePicture* tare_picture_new(const TareCorrection* correction, TarePictureSide side,
                              double rate_hz);

/** The same for 2 to TARE_PICTURE_MAX_CORRECTIONS corrections: a curve each, of the left side where
    both are asked for, whose mean over 300 Hz to 3 kHz is 0 dB. */
TarePicture* tare_picture_new_comparison(const TareCorrection* const* corrections, size_t n,
                                         TarePictureSide side, double rate_hz);

/** A headphone that was measured: raw, what the correction makes of it, its target, and how far
    those differ who measured it. Each has a mean of 0 dB over 300 Hz to 3 kHz, both sides together;
    levels go from -20 to +20 dB. */
TarePicture* tare_picture_new_sound(const TareCorrection* correction, const TarePictureSound* sound,
                                    TarePictureSide side, double rate_hz);

/** The curve that was wished of an equaliser, and the correction that comes near to it. */
TarePicture* tare_picture_new_wish(const TareCorrection* correction, const TareCurve* wish,
                                   double rate_hz);

/** Has the levels go from -range_db to range_db, above 0, whatever the curves need. NULL is
 * allowed.
 */
void tare_picture_set_range(TarePicture* picture, double range_db);

/** What to draw; belongs to the picture. */
const TarePlot* tare_picture_plot(const TarePicture* picture);

void tare_picture_free(TarePicture* picture);

#endif
