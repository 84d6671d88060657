/* The corrections at hand, read from text files (*.tare, described in catalogue/README.md). */

#ifndef TARE_CATALOGUE_H
#define TARE_CATALOGUE_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareEntry TareEntry;

typedef struct TareCatalogue TareCatalogue;

/** How much of a file is read at once. */
typedef enum {
    TARE_READ_ALL,    ///< everything, and what is wrong anywhere is reported
    TARE_READ_ENTRIES ///< who the corrections are for and whose they are; the rest of a correction
                      ///< when it is asked for
} TareReadDepth;

/** An empty catalogue; NULL when memory is short. */
TareCatalogue* tare_catalogue_new(void);

/** Frees it; NULL is allowed. */
void tare_catalogue_free(TareCatalogue* catalogue);

/** Adds all corrections of a file. A block that cannot be used is reported with line and column and
    left out; the rest counts. Returns TARE_OK when everything could be used. */
TareStatus tare_catalogue_add_file(TareCatalogue* catalogue, const char* path, TareReadDepth depth,
                                   const TareReporter* reporter);

/** Adds all files "*.tare" of a folder, in the order of their names. */
TareStatus tare_catalogue_add_folder(TareCatalogue* catalogue, const char* path,
                                     TareReadDepth depth, const TareReporter* reporter);

/** Adds a text as if it were the content of the file `name`, and reads all of it. */
TareStatus tare_catalogue_add_text(TareCatalogue* catalogue, const char* name, const char* text,
                                   size_t length, const TareReporter* reporter);

size_t tare_catalogue_n_corrections(const TareCatalogue* catalogue);

/** The entry with an index, in the order of ids; NULL beyond the last one. Owned by the catalogue.
 */
const TareEntry* tare_catalogue_get(const TareCatalogue* catalogue, size_t index);

/** The entry with an id; NULL when there is none. */
const TareEntry* tare_catalogue_find_id(const TareCatalogue* catalogue, const char* id);

/** The whole correction of an entry that this catalogue gave; reads it when that was not done yet.
    Owned by the catalogue. NULL when it cannot be used, which is reported each time, or memory is
    short. */
const TareCorrection* tare_catalogue_correction(TareCatalogue* catalogue, const TareEntry* entry,
                                                const TareReporter* reporter);

#endif
