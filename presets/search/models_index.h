/* The models in the index of a catalogue (corrections/catalogue_index.h). */

#ifndef TARE_MODELS_INDEX_H
#define TARE_MODELS_INDEX_H

#include "corrections/catalogue_index.h"
#include "names/name.h"

#include <stddef.h>

typedef struct TareModels TareModels;

/** Its parts behind those of the catalogue. */
enum {
    TARE_INDEX_MODELS = TARE_INDEX_N_PARTS, ///< in the order of folded names; see models_index.c
    TARE_INDEX_MODEL_ENTRIES,               ///< numbers of entries, one model after the other
    TARE_INDEX_MODEL_TEXTS,                 ///< folded names
    TARE_INDEX_N_ALL
};

/** Of the corrections of all models, those of one: at least one. */
typedef struct TareModelsRange {
    size_t first, n;
} TareModelsRange;

size_t tare_models_index_n(const TareParts* index);

/** The name of a model by its number below that. */
TareName tare_models_index_name(const TareParts* index, size_t number);

/** Which of the n_entries numbers of entries are those of a model. */
TareModelsRange tare_models_index_range(const TareParts* index, size_t number, size_t n_entries);

/** One of these, below n_entries. */
size_t tare_models_index_entry(const TareParts* index, size_t place, size_t n_entries);

/** Makes the parts above of all models of a catalogue; `parts` are all TARE_INDEX_N_ALL. False
    when a name is too long, or memory is short. */
bool tare_models_index_write(const TareModels* models, const TareCatalogue* catalogue,
                             TareText* parts);

#endif
