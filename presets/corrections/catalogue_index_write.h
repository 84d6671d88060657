/* Making the index of a catalogue. */

#ifndef TARE_CATALOGUE_INDEX_WRITE_H
#define TARE_CATALOGUE_INDEX_WRITE_H

#include <stdbool.h>

typedef struct TareCatalogue TareCatalogue;
typedef struct TareText TareText;

/** Makes the TARE_INDEX_N_PARTS parts of catalogue_index.h for a catalogue that was read for its
    entries from one folder, without any report. False when it cannot be indexed, or memory is
   short. The caller clears the parts. */
bool tare_catalogue_index_write(TareCatalogue* catalogue, TareText* parts);

#endif
