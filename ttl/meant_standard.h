/* What a line of the standards means in a catalogue. */

#ifndef TARE_MEANT_STANDARD_H
#define TARE_MEANT_STANDARD_H

#include "base/report.h"

typedef struct TareAliases TareAliases;
typedef struct TareCatalogue TareCatalogue;
typedef struct TareCorrection TareCorrection;
typedef struct TareModel TareModel;
typedef struct TareModels TareModels;
typedef struct TareStandard TareStandard;

/** Where names are looked up. The owner of all keeps it. */
typedef struct TareLookup {
    TareCatalogue* catalogue;
    const TareModels* models;
    const TareAliases* aliases; ///< NULL: none
    const char* file;           ///< of the standards, for messages
    const TareReporter* reporter;
} TareLookup;

/** A model of which a preset ships, its default unless a URI says which. */
typedef struct TareMeantStandard {
    const TareModel* model;
    const TareCorrection* correction; ///< NULL: the model's default
} TareMeantStandard;

/** Finds it. TARE_NOT_FOUND, reported, when the name is not that of exactly one model, without
   slips, or no preset has the URI. */
TareStatus tare_meant_standard(TareMeantStandard* meant, const TareLookup* lookup,
                               const TareStandard* standard);

#endif
