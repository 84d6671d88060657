/* Writing the index of a catalogue, with its models. */

#ifndef TARE_MODELS_INDEX_WRITE_H
#define TARE_MODELS_INDEX_WRITE_H

#include "base/report.h"

typedef struct TareCatalogue TareCatalogue;

/** Writes the index of a catalogue that was read for its entries from one folder, without any
   report. The same catalogue gives the same bytes, on every machine.

    TARE_NO_MEMORY: also when it cannot be indexed, as a name is too long. */
TareStatus tare_models_index_write(TareCatalogue* catalogue, const char* path,
                                   const TareReporter* reporter);

#endif
