/* Where the presets of bundles come from: the catalogue, and what is chosen of it for the bundle of
   the plugin. */

#ifndef TARE_SOURCE_H
#define TARE_SOURCE_H

#include "choice.h"

typedef struct {
    TareCatalogue* catalogue;
    TareModels* models;
    TareChoice choice;
} TareSource;

/** Opens a folder. False, and a message on stderr, when something in it cannot be used. */
bool tare_source_open(TareSource* source, const char* folder);

/** Also after a failure to open it. */
void tare_source_close(TareSource* source);

/** Prints reports on stderr. */
const TareReporter* tare_source_reporter(void);

#endif
