/* The models in the index of a catalogue (corrections/catalogue_index.h). */

#ifndef TARE_MODELS_INDEX_H
#define TARE_MODELS_INDEX_H

#include "base/parts.h"
#include "corrections/catalogue_index.h"
#include "names/name.h"

#include <stddef.h>

/** Its parts behind those of the catalogue. */
enum {
    TARE_INDEX_MODELS = TARE_INDEX_N_PARTS, ///< in the order of folded names; see below
    TARE_INDEX_MODEL_ENTRIES,               ///< numbers of entries, one model after the other
    TARE_INDEX_MODEL_TEXTS,                 ///< folded names
    TARE_INDEX_N_ALL
};

/** A row of the models: the hashes of all words and of model and variant (8 bytes each), the mark
    (16), the name's place (in model texts) and that of its first correction (in model entries), the
    lengths of all of the name, its brand, and the name without variant (2 bytes each), and 2 more.
 */
enum { TARE_INDEX_MODEL_SIZE = 48 };

/** Of the corrections of all models, those of one: at least one. */
typedef struct TareModelsRange {
    size_t first, n;
} TareModelsRange;

/** The parts, as they are used. */
typedef struct TareModelsIndex {
    const TareParts* parts; ///< NULL when there is no index
    size_t n, n_entries;    ///< models, and entries of the catalogue
    TarePart models, texts;
} TareModelsIndex;

/** Those of the index that a catalogue of n_entries came from; NULL is none. */
TareModelsIndex tare_models_index(const TareParts* parts, size_t n_entries);

/** The name of a model by its number. */
TareName tare_models_index_name(const TareModelsIndex* index, size_t number);

/** Which of the numbers of entries are those of a model. */
TareModelsRange tare_models_index_range(const TareModelsIndex* index, size_t number);

/** One of these, below n_entries. */
size_t tare_models_index_entry(const TareModelsIndex* index, size_t place);

#endif
