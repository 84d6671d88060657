/* Names of headphones that other sources have brought into the catalogue already. */

#ifndef TARE_MAKE_KNOWN_NAMES_H
#define TARE_MAKE_KNOWN_NAMES_H

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;

struct TareBrands;

typedef struct TareKnownNames TareKnownNames;

/** Takes the names out of the published presets in a folder of the catalogue; none when there are
   none. NULL when memory is short. */
TareKnownNames* tare_known_names_new(const char* folder);
void tare_known_names_free(TareKnownNames* names);

/** Splits "Sennheiser HD 650 (worn)" into brand, model and variant of the correction: as a known
   headphone is spelled, else by the longest known brand, else behind the first word. False when
   memory is short. */
bool tare_known_names_split(const TareKnownNames* names, const char* name, TareCorrection* c);

/** The brands of the known names, to be freed; NULL when memory is short. */
struct TareBrands* tare_known_names_brands(const TareKnownNames* names);

#endif
