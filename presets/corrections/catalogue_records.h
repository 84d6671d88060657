/* The insides of a catalogue: for catalogue*.c only. */

#ifndef TARE_CATALOGUE_RECORDS_H
#define TARE_CATALOGUE_RECORDS_H

#include "base/parts.h"
#include "base/pool.h"
#include "corrections/catalogue_taker.h"
#include "corrections/entry.h"

#include <stdint.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareText TareText;

/** A file, as long as blocks of it may still have to be read. */
typedef struct TareCatalogueFile {
    struct TareCatalogueFile* next;
    const char* name;
    char* text; ///< owned; NULL when all of it was read at once, or an index stands for it
    size_t length;
    bool is_for_entries; ///< was read for these only
} TareCatalogueFile;

/** What is known of a correction: the entry first, so that one leads to the other. */
typedef struct TareCatalogueRecord {
    TareEntry entry;
    struct TareCorrection* correction; ///< NULL as long as only the entry was read
    const TareCatalogueFile* file;
    TareBlock block;          ///< without its text as long as that is only in the file
    size_t offset;            ///< of the block in the file, when an index stands for that
    double reference_rate_hz; ///< that of all blocks of the file
    uint64_t hash;            ///< of the id
} TareCatalogueRecord;

typedef struct TareCatalogue {
    TareCatalogueRecord** records; ///< in the order of ids, but for those of a file that is being
                                   ///< read; NULL as long as the index has all
    size_t n;
    TareCatalogueRecord**
        by_name;                  ///< the same in a hash table by the names that files get from ids
    size_t n_places;              ///< of the table: a power of two, more than twice n
    TareCatalogueFile* files;     ///< the one that was added last comes first
    TareParts* index;             ///< NULL when there is none
    TareCatalogueRecord* indexed; ///< those of the index, each empty until it is asked for
    TareCatalogueFile* indexed_files;
    size_t n_indexed, n_indexed_files;
    struct TareCatalogue*
        texts; ///< where blocks are that were not found by the index; NULL without them
    /** Makes bands out of curves (catalogue.h); NULL: nobody does. */
    bool (*fit)(const struct TareCorrection* stated, TareBandSet* set, TareText* note);
    TarePool pool;
} TareCatalogue;

#endif
