/* The models of a catalogue: its corrections gathered by the name of the headphone. */

#ifndef TARE_MODELS_H
#define TARE_MODELS_H

#include "names/name.h"

#include <stddef.h>

typedef struct TareEntry TareEntry;

typedef struct TareCatalogue TareCatalogue;

/** One model. Names count as the same when they differ in case, blanks, hyphens and accents only.
 */
typedef struct TareModel {
    const TareEntry* const* corrections; ///< the default first (preference.h)
    size_t n_corrections;                ///< at least 1
    TareName name;
} TareModel;

typedef struct TareModels TareModels;

/** Gathers the models, or takes them out of the catalogue's index; NULL when memory is short. The
   catalogue must not change as long as they are used. */
TareModels* tare_models_new(const TareCatalogue* catalogue);

/** Frees them; NULL is allowed. */
void tare_models_free(TareModels* models);

size_t tare_models_n(const TareModels* models);

/** A model by its index below tare_models_n(), in the order of folded names. */
const TareModel* tare_models_get(const TareModels* models, size_t index);

/** Its name alone, which is to be had for less. */
TareName tare_models_name(const TareModels* models, size_t index);

/** The model with a folded name (TareName); NULL when there is none. */
const TareModel* tare_models_find_name(const TareModels* models, const char* text);

/** The model that has the correction with an id; NULL when there is none, or memory is
    short. */
const TareModel* tare_models_find_id(const TareModels* models, const char* id);

#endif
