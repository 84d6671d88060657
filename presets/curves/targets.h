/* Targets: the response that a well-tuned headphone has at the ear of a measuring rig. */

#ifndef TARE_TARGETS_H
#define TARE_TARGETS_H

#include "corrections/entry.h"
#include "curves/rig.h"

#include <stdbool.h>
#include <stddef.h>

/** A target is a published curve, 0 dB at 1 kHz, and a low shelf where that has no bass. */
typedef struct TareTarget {
    const char* name;          ///< "harman-over-ear-2018"
    const char* note;          ///< what it is, for a person
    const char* file;          ///< the curve in target_curves.h; NULL: flat
    TareForm form;             ///< TARE_FORM_UNKNOWN: of any form
    TareRig rig;               ///< TARE_RIG_UNKNOWN: at any ear
    unsigned is_default_forms; ///< 1 << form for each that takes it when nothing is asked for
    double bass_db;            ///< of a low shelf that the curve lacks: 105 Hz, Q 0.7
} TareTarget;

/** All of them, by an index from 0; NULL behind the last one. They are never freed. */
const TareTarget* tare_target_get(size_t index);

/** The target with a name; NULL when there is none. */
const TareTarget* tare_target_find(const char* name);

/** Under which terms its figures stand, as an SPDX name; NULL when it has none. */
const char* tare_target_licence(const TareTarget* target);

/** The one to take when nothing is asked for: that for the form at the rig, else one for the rig,
    else one for the form, else that for over-ear headphones. Never NULL; whether it fits is for
    tare_target_fit() to say. */
const TareTarget* tare_target_default(TareForm form, TareRig rig);

typedef enum {
    TARE_TARGET_FITS,
    TARE_TARGET_MAY_FIT, ///< the form or the rig of the measurement is not known
    TARE_TARGET_MISFITS  ///< made for another form, or for the ear of another rig
} TareTargetFit;

/** The rig whose ear counts for a headphone of some form: inside the ear a GRAS rig and a bare 711
    coupler are the same. */
TareRig tare_target_ear(TareForm form, TareRig rig);

/** Whether a measurement of a headphone of some form at some rig can be held against a target. On
    the ear counts as over the ear. */
TareTargetFit tare_target_fit(const TareTarget* target, TareForm form, TareRig rig);

/** The level at a frequency. Below 20 Hz and above 20 kHz it stays what it is there; without the
    shelf it is 0 dB at 1 kHz. */
double tare_target_level_db(const TareTarget* target, double freq_hz);

/** How somebody bends a target: the four knobs that graph tools have, at their frequencies. All 0:
    as it is. */
typedef struct TareTargetBend {
    double bass_db;            ///< low shelf, 105 Hz, Q 0.707
    double treble_db;          ///< high shelf, 2.5 kHz, Q 0.42
    double ear_db;             ///< what the ear adds: peak, 2.75 kHz, Q 1
    double tilt_db_per_octave; ///< around 1 kHz, above 0 brighter
} TareTargetBend;

/** Whether any knob is turned. */
bool tare_target_is_bent(const TareTargetBend* bend);

/** What is added to a target at a frequency. Below 20 Hz and above 20 kHz it stays what it is
    there. */
double tare_target_bend_db(const TareTargetBend* bend, double freq_hz);

#endif
