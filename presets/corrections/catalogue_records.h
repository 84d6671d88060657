/* The insides of a catalogue: for catalogue*.c only. */

#ifndef TARE_CATALOGUE_RECORDS_H
#define TARE_CATALOGUE_RECORDS_H

#include "base/parts.h"
#include "base/pool.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_taker.h"
#include "corrections/entry.h"

#include <stdint.h>

/** A file, as long as blocks of it may still have to be read. */
typedef struct TareCatalogueFile {
    struct TareCatalogueFile* next;
    const char* name;
    char* text; ///< owned; NULL when all of it was read at once, or an index stands for it
    size_t length;
    TareReadDepth depth;
} TareCatalogueFile;

/** What is known of a correction: the entry first, so that one leads to the other. */
typedef struct TareCatalogueRecord {
    TareEntry entry;
    const TareCorrection* correction; ///< NULL as long as only the entry was read
    const TareCatalogueFile* file;
    TareBlock block;          ///< without its text as long as that is only in the file
    size_t offset;            ///< of the block in the file, when an index stands for that
    double reference_rate_hz; ///< that of all blocks of the file
    uint64_t hash;            ///< of the id
} TareCatalogueRecord;

struct TareCatalogue {
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
    TareCatalogue* texts; ///< where blocks are that were not found by the index; NULL without them
    TarePool pool;
};

/** A number for the name that files get from an id. */
uint64_t tare_catalogue_hash(const char* id);

/** The record of the index with a number below n_indexed. */
TareCatalogueRecord* tare_catalogue_indexed(const TareCatalogue* catalogue, size_t number);

/** That of an id; NULL when there is none. */
TareCatalogueRecord* tare_catalogue_indexed_find(const TareCatalogue* catalogue, const char* id);

/** Reads the text of a record's block from its file. False when it is not there, or memory is
    short. */
bool tare_catalogue_indexed_load(TareCatalogue* catalogue, TareCatalogueRecord* record);

/** Paths of files, each owned; starts as {0}. */
typedef struct TareCatalogueNames {
    char** names;
    size_t n;
} TareCatalogueNames;

/** Lists the catalogue's files in a folder, in the order of their names; to be cleared in any case.
 */
TareStatus tare_catalogue_list_folder(TareCatalogueNames* names, const char* path,
                                      const TareReporter* reporter);

void tare_catalogue_clear_names(TareCatalogueNames* names);

#endif
