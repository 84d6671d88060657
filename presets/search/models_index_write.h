/* Making the models' part of the index of a catalogue. */

#ifndef TARE_MODELS_INDEX_WRITE_H
#define TARE_MODELS_INDEX_WRITE_H

#include <stdbool.h>

typedef struct TareCatalogue TareCatalogue;
typedef struct TareModels TareModels;
typedef struct TareText TareText;

/** Makes the parts of models_index.h of all models of a catalogue; `parts` are all
    TARE_INDEX_N_ALL. False when a name is too long, or memory is short. */
bool tare_models_index_write(const TareModels* models, const TareCatalogue* catalogue,
                             TareText* parts);

#endif
