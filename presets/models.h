/* The models of a catalogue: its corrections gathered by the name of the headphone. */

#ifndef TARE_MODELS_H
#define TARE_MODELS_H

#include "catalogue.h"
#include "name.h"

/** One model. Names count as the same when they differ in case, blanks, hyphens and accents only.
 */
typedef struct {
    const TareCorrection* const*
        corrections;      ///< the default first, in the order of the table below
    size_t n_corrections; ///< at least 1
    TareName name;
} TareModel;

typedef struct TareModels TareModels;

/** Gathers the models; NULL when memory is short. The catalogue must not change as long as they
    are used. */
TareModels* tare_models_new(const TareCatalogue* catalogue);

/** Frees them; NULL is allowed. */
void tare_models_free(TareModels* models);

size_t tare_models_n(const TareModels* models);

/** A model by its index below tare_models_n(), in the order of folded names. */
const TareModel* tare_models_get(const TareModels* models, size_t index);

/** The model that has the correction with an id, and which of its corrections that is; NULL when
    there is none. */
const TareModel* tare_models_find_id(const TareModels* models, const char* id, size_t* correction);

/** Which of two kinds is the better default: the lower rank. The listener's own counts most, then
    what was published by somebody who measured, then what we fitted ourselves, then the words of a
    review. Within a kind the order of ids decides. */
unsigned tare_kind_rank(TareKind kind);

#endif
