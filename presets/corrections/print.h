/* By which a correction is recognised when all that is left of it are the values of ports. */

#ifndef TARE_PRINT_H
#define TARE_PRINT_H

#include "base/report.h"

#include <stdint.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCatalogue TareCatalogue;
typedef struct TareEntry TareEntry;

/** A number that is the same for sets whose bands sound the same, with every value as a port holds
    it: of single precision; and hardly for others. The preamp and bands of 0 dB do not count. */
uint64_t tare_print(const TareBandSet* set);

/** The first of a catalogue's corrections with a print; NULL when there is none, and for that of no
    band. Takes microseconds where the catalogue has an index; where it has none, everything that it
    holds is read. */
const TareEntry* tare_catalogue_find_print(TareCatalogue* catalogue, uint64_t print,
                                           const TareReporter* reporter);

#endif
