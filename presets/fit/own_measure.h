/* One's own measurement as a correction of which the measured curve is kept. */

#ifndef TARE_OWN_MEASURE_H
#define TARE_OWN_MEASURE_H

#include "corrections/entry.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;

/** A level that moved by less is the same headphone on the head once more. */
#define TARE_OWN_MEASURE_STILL_DB 0.3

typedef struct TareOwnMeasure {
    const TareEntry* known; ///< of the catalogue, when it has the model; else NULL
    const char* brand;      ///< where it has not: the first words of the name; NULL: the first
    const char* name;       ///< brand and model
    const char* file;       ///< the measurement, as evidence names it
    const char* rig;        ///< as it was told; NULL when unknown
    const char* target;     ///< the name of a built-in one, or of the file of another one
    const TareCurve* target_curve; ///< of the latter; NULL for a built-in one
    TareForm form;
} TareOwnMeasure;

typedef enum {
    TARE_OWN_MEASURE_MADE,
    TARE_OWN_MEASURE_TOO_LOUD, ///< beyond what can be kept
    TARE_OWN_MEASURE_NO_MEMORY
} TareOwnMeasured;

/** Makes the correction, without bands. Otherwise it is empty. */
TareOwnMeasured tare_own_measure(TareCorrection* correction, const TareOwnMeasure* measure,
                                 const TareCurve* response);

/** Whether a measurement is the one that was kept before: it hardly moved, and form, rig and target
   are the same. */
bool tare_own_measure_is_still(const TareCorrection* old, const TareCorrection* correction);

/** How far two corrections with curves differ at most, 20 Hz to 20 kHz, less the mean; a negative
    number when memory is short, or one has no curve. */
double tare_own_measure_moved_db(const TareCorrection* a, const TareCorrection* b);

#endif
