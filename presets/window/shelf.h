/* The corrections that can be loaded: those of the catalogue, which is opened when it is first
   asked for, and those of files that were opened. */

#ifndef TARE_WINDOW_SHELF_H
#define TARE_WINDOW_SHELF_H

#include <stdint.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareEntry TareEntry;
typedef struct TareStock TareStock;

typedef struct TareShelf TareShelf;

/** Opens nothing yet. `home` as in tare_stock_open_from(). NULL when memory is short. */
TareShelf* tare_shelf_new(const char* home);

/** Frees it; NULL is allowed. */
void tare_shelf_free(TareShelf* shelf);

/** The catalogue; NULL when there is none, or nothing in it. */
TareStock* tare_shelf_stock(TareShelf* shelf);

/** The correction of an entry, with its bands; it stays. NULL when it cannot be read. */
const TareCorrection* tare_shelf_correction(TareShelf* shelf, const TareEntry* entry);

/** Adds a correction out of a text of the catalogue's own kind. NULL when there is none in it, or
    memory is short. */
const TareEntry* tare_shelf_add(TareShelf* shelf, const char* text);

/** The entry of the catalogue with an id; NULL when there is none. */
const TareEntry* tare_shelf_find_id(TareShelf* shelf, const char* id);

/** The entry whose bands have a print (corrections/print.h); NULL when there is none. */
const TareEntry* tare_shelf_find_print(TareShelf* shelf, uint64_t print);

/** The entry of the catalogue that shares most bands with a set (corrections/band_prints.h); NULL
    when there is none. */
const TareEntry* tare_shelf_find_bands(TareShelf* shelf, const TareBandSet* set);

#endif
