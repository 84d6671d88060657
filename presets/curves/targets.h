/* Targets: the response that a well-tuned headphone has at the ear of a measuring rig. */

#ifndef TARE_TARGETS_H
#define TARE_TARGETS_H

#include "corrections/form.h"
#include "curves/rig.h"
#include "tare/band.h"

#include <stddef.h>

enum { TARE_TARGET_MAX_BANDS = 9 };

/** A target is the sum of a few analogue filters, 0 dB at 1 kHz, and a low shelf for the bass. */
typedef struct TareTarget {
    const char* name; ///< "harman-over-ear-2018"
    const char* note; ///< what it is, for a person
    TareForm form;    ///< TARE_FORM_UNKNOWN: of any form
    TareRig rig;      ///< TARE_RIG_UNKNOWN: at any ear
    bool is_default;  ///< what to take for this form at this rig when nothing else is asked for
    double bass_db;   ///< gain of the low shelf that belongs to it: 105 Hz, Q 0.7
    TareBand bands[TARE_TARGET_MAX_BANDS]; ///< those behind the last one do nothing
} TareTarget;

/** All of them, by an index from 0; NULL behind the last one. They are never freed. */
const TareTarget* tare_target_get(size_t index);

/** The target with a name; NULL when there is none. */
const TareTarget* tare_target_find(const char* name);

/** The one to take when nothing is asked for: that for the form at the rig, else one for the rig,
    else one for the form, else that for over-ear headphones. Never NULL; whether it fits is for
    tare_target_fit() to say. */
const TareTarget* tare_target_default(TareForm form, TareRig rig);

typedef enum {
    TARE_TARGET_FITS,
    TARE_TARGET_MAY_FIT, ///< the form or the rig of the measurement is not known
    TARE_TARGET_MISFITS  ///< made for another form, or for the ear of another rig
} TareTargetFit;

/** Whether a measurement of a headphone of some form at some rig can be held against a target. On
    the ear counts as over the ear; inside the ear a GRAS rig and a bare 711 coupler are the same.
 */
TareTargetFit tare_target_fit(const TareTarget* target, TareForm form, TareRig rig);

/** The level at a frequency, with `bass_db` more (or less) of the target's own shelf, and tilted
    around 1 kHz. Below 20 Hz and above 20 kHz it stays what it is there. With all of its own bass
    taken away (bass_db = -target->bass_db) and no tilt it is 0 dB at 1 kHz. */
double tare_target_level_db(const TareTarget* target, double freq_hz, double bass_db,
                            double tilt_db_per_octave);

#endif
