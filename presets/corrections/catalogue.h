/* The corrections at hand, read from text files (*.tare, described in catalogue/README.md). */

#ifndef TARE_CATALOGUE_H
#define TARE_CATALOGUE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareBandSet TareBandSet;
typedef struct TareEntry TareEntry;
typedef struct TareText TareText;

typedef struct TareCatalogue TareCatalogue;

/** Makes the bands of a correction of which a file has only the measured curve, and appends a note
    for its evidence. False when memory is short. */
typedef bool TareCatalogueFit(const TareCorrection* stated, TareBandSet* set, TareText* note);

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

/** Has bands made out of curves from now on, when they are asked for; NULL: corrections stay as
    files have them. */
void tare_catalogue_set_fit(TareCatalogue* catalogue, TareCatalogueFit* fit);

/** The correction of an entry that this catalogue gave as its file states it, maybe without bands;
    reads it when that was not done yet. Owned by the catalogue. NULL when it cannot be used, which
    is reported each time, or memory is short. */
const TareCorrection* tare_catalogue_stated(TareCatalogue* catalogue, const TareEntry* entry,
                                            const TareReporter* reporter);

/** The same with bands, which are made and put into it when that was not done yet. */
const TareCorrection* tare_catalogue_correction(TareCatalogue* catalogue, const TareEntry* entry,
                                                const TareReporter* reporter);

#endif
