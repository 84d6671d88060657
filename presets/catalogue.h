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

/** Writes one correction in the format of the catalogue's files. Reading it gives the same numbers
    and texts back. False on a write error. */
bool tare_catalogue_write(FILE* out, const TareCorrection* correction);

#endif
