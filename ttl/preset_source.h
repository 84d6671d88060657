/* Where the presets of bundles come from: the catalogue, and what is chosen of it for the bundle of
   the plugin. */

#ifndef TARE_PRESET_SOURCE_H
#define TARE_PRESET_SOURCE_H

#include "base/report.h"
#include "shipped.h"

typedef struct TareAliases TareAliases;
typedef struct TareCatalogue TareCatalogue;
typedef struct TareModels TareModels;

typedef struct TarePresetSource {
    TareCatalogue* catalogue;
    TareModels* models;
    TareAliases* aliases;
    TareShipped shipped;
} TarePresetSource;

/** Opens a folder of corrections, with aliases.txt and standards.txt in it when they are there.
    False, and a message on stderr, when something in it cannot be used. */
bool tare_preset_source_open(TarePresetSource* source, const char* folder);

/** Also after a failure to open it. */
void tare_preset_source_close(TarePresetSource* source);

/** Prints reports on stderr. */
const TareReporter* tare_preset_source_reporter(void);

#endif
