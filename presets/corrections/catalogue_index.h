/* The index of a catalogue: what is in its files, ready to be looked up. It is a file (parts.h)
   made of the others, beside them or anywhere, and holds only while they are as they were: all that
   it says comes out of them, and the corrections themselves are read there. */

#ifndef TARE_CATALOGUE_INDEX_H
#define TARE_CATALOGUE_INDEX_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCatalogue TareCatalogue;
typedef struct TareParts TareParts;
typedef struct TareCatalogueRecord TareCatalogueRecord;

/** The parts of its file. Numbers are of 4 bytes where nothing else is said. */
enum {
    TARE_INDEX_FILES,      ///< name (in texts), 0, size (8 bytes), hash of the content (8)
    TARE_INDEX_ENTRIES,    ///< in the order of ids; see catalogue_index_write.c
    TARE_INDEX_PLACES,     ///< a hash table by ids: numbers of entries from 1, 0 for an empty place
    TARE_INDEX_TEXTS,      ///< of all that has "in texts" behind it here, from 1; 0 is none
    TARE_INDEX_HEADPHONES, ///< name (in their names), number of its default's entry
    TARE_INDEX_HEADPHONE_NAMES,
    TARE_INDEX_PRINTS,      ///< of the corrections (print.h, 8 bytes each), in the order of ids
    TARE_INDEX_BAND_PRINTS, ///< of their bands one by one (band_prints.h), a 0 behind each
                            ///< correction
    TARE_INDEX_N_PARTS      ///< search/ has more behind them
};

/** By which parts.h knows them. To be changed with whatever is in there: names and how they are
    folded, which correction is the default, or the parts themselves. */
#define TARE_INDEX_VERSION 5u

/** What a file of the index begins with. */
enum { TARE_INDEX_FILE_SIZE = 24, TARE_INDEX_ENTRY_SIZE = 68, TARE_INDEX_HEADPHONE_SIZE = 8 };

/** Adds all corrections of a folder to an empty catalogue, by an index that was made of them. Any
    other status than TARE_OK and TARE_NO_MEMORY: it is not there, or not that of the folder as it
    is; then nothing was added. Nothing is reported. */
TareStatus tare_catalogue_add_index(TareCatalogue* catalogue, const char* path, const char* folder);

/** The index that all of a catalogue came from, in its order; NULL when something did not. */
const TareParts* tare_catalogue_index(const TareCatalogue* catalogue);

/* For catalogue*.c: */

/** The record of the index with a number below n_indexed. */
TareCatalogueRecord* tare_catalogue_index_get(const TareCatalogue* catalogue, size_t number);

/** That of an id; NULL when there is none. */
TareCatalogueRecord* tare_catalogue_index_find(const TareCatalogue* catalogue, const char* id);

/** Reads the text of a record's block from its file. False when it is not there, or memory is
    short. */
bool tare_catalogue_index_load(TareCatalogue* catalogue, TareCatalogueRecord* record);

#endif
