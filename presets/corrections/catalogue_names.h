/* The files of a catalogue in a folder. */

#ifndef TARE_CATALOGUE_NAMES_H
#define TARE_CATALOGUE_NAMES_H

#include "base/report.h"

#include <stddef.h>

/** Their paths, each owned; starts as {0}. */
typedef struct TareCatalogueNames {
    char** names;
    size_t n;
} TareCatalogueNames;

/** Lists all files "*.tare" of a folder, in the order of their names; to be cleared in any case. A
    folder that cannot be opened is reported. */
TareStatus tare_catalogue_names_list(TareCatalogueNames* names, const char* path,
                                     const TareReporter* reporter);

void tare_catalogue_names_clear(TareCatalogueNames* names);

#endif
