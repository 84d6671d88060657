/* Corrections known again by some of their bands, when others were changed. */

#ifndef TARE_BAND_PRINTS_H
#define TARE_BAND_PRINTS_H

#include <stdint.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCatalogue TareCatalogue;
typedef struct TareEntry TareEntry;

/** The number of a band of a set, as tare_print() is for all of them; 0 for one of no effect. */
uint32_t tare_band_print(const TareBandSet* set, uint32_t band);

/** The correction of a catalogue's index that shares most bands with a set, if these are two or
   more and most of its own; else NULL. Takes about a millisecond. */
const TareEntry* tare_catalogue_find_bands(const TareCatalogue* catalogue, const TareBandSet* set);

#endif
