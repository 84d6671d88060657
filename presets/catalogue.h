/* The corrections at hand, read from text files (*.tare, described in catalogue/README.md). */

#ifndef TARE_CATALOGUE_H
#define TARE_CATALOGUE_H

#include "correction.h"
#include "report.h"

#include <stdio.h>

typedef struct TareCatalogue TareCatalogue;

/** An empty catalogue; NULL when memory is short. */
TareCatalogue* tare_catalogue_new(void);

/** Frees it; NULL is allowed. */
void tare_catalogue_free(TareCatalogue* catalogue);

/** Adds all corrections of a file. A block that cannot be used is reported with line and column and
    left out; the rest counts. Returns TARE_OK when everything could be used. */
TareStatus tare_catalogue_add_file(TareCatalogue* catalogue, const char* path,
                                   const TareReporter* reporter);

/** Adds all files "*.tare" of a folder, in the order of their names. */
TareStatus tare_catalogue_add_folder(TareCatalogue* catalogue, const char* path,
                                     const TareReporter* reporter);

/** Adds a text as if it were the content of the file `name`. */
TareStatus tare_catalogue_add_text(TareCatalogue* catalogue, const char* name, const char* text,
                                   size_t length, const TareReporter* reporter);

size_t tare_catalogue_n_corrections(const TareCatalogue* catalogue);

/** The correction with an index, in the order of ids. Owned by the catalogue. */
const TareCorrection* tare_catalogue_get(const TareCatalogue* catalogue, size_t index);

/** The correction with an id; NULL when there is none. */
const TareCorrection* tare_catalogue_find_id(const TareCatalogue* catalogue, const char* id);

/** Writes the lines that stand before the first block of a file and count for all its blocks: of
    `shared` those texts that may be shared, form, kind and reference rate. */
bool tare_catalogue_write_shared(FILE* out, const TareCorrection* shared);

/** Writes one correction in the format of the catalogue's files, without what it has in common with
    `shared` (NULL is allowed). Reading it gives the same numbers and texts back; only control
    characters and runs of blanks have become one blank, and a gain is 0 where the type has none.
    False on a write error; when the correction could not be read back: without id, brand or model,
    out of range, not UTF-8; and when `shared` knows what the correction does not: that cannot be
    taken back. */
bool tare_catalogue_write_block(FILE* out, const TareCorrection* correction,
                                const TareCorrection* shared);

#endif
