/* A fit as a correction: for whom it is, and on what it rests. */

#ifndef TARE_FITTED_H
#define TARE_FITTED_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareText TareText;

/** What a fit was made of. */
typedef struct TareFitted {
    const char* file;   ///< the measurement, as evidence names it
    const char* name;   ///< brand and model, the first word being the brand; NULL: already set
    const char* rig;    ///< or whoever measured; NULL when unknown
    const char* target; ///< NULL: the file is the equaliser's own curve
    bool is_like;       ///< the target is another headphone
    double max_boost_db;
    const char* curve; ///< the measurement itself, see curves/stored_curve.h; NULL: not kept
} TareFitted;

/** Appends the note of such an evidence: target, cap, number of filters, rate and version. A text
    that fails to grow tells. */
void tare_fitted_note(TareText* text, const TareFitted* fitted, const TareBandSet* set);

/** The name of a headphone by that of a file of it, to be freed: without folder and ending, and of
    one of several takes without what tells it from the others (curves/take_name.h). NULL when
   memory is short. */
char* tare_fitted_name(const char* path, bool is_take);

/** Makes a correction of the bands in its set: kind, author, rig, target, names, an id out of the
    name unless it has one, and an evidence with that note. False when memory is short; the caller
   clears it in any case. */
bool tare_fitted_describe(TareCorrection* correction, const TareFitted* fitted);

#endif
