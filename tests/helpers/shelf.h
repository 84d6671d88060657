/* A small catalogue in a folder of its own, with an index beside it. */

#ifndef TARE_TESTS_SHELF_H
#define TARE_TESTS_SHELF_H

#include <stdbool.h>

typedef struct TareCatalogue TareCatalogue;

enum { SHELF_PATH = 200 };

/** Two files, "a.tare" and "b.tare", and "catalogue.index". */
typedef struct {
    char folder[SHELF_PATH], a[SHELF_PATH], b[SHELF_PATH], index[SHELF_PATH];
} Shelf;

/** Makes all of it below /tmp; false when that cannot be done. */
bool shelf_make(Shelf* shelf);

/** Takes all of it away again. */
void shelf_remove(const Shelf* shelf);

/** Writes a text to one of its files. */
bool shelf_write(const char* path, const char* text);

/** Sets the time of a file to so many seconds from now. */
bool shelf_set_time(const char* path, int seconds);

/** The catalogue by its files, or by its index: NULL when that does not hold, or memory is short.
 */
TareCatalogue* shelf_read(const Shelf* shelf);
TareCatalogue* shelf_open(const Shelf* shelf);

/** Whether two catalogues hold the same and find the same models: entries, corrections, headphones,
    models. Prints the first difference. */
bool shelf_is_same(TareCatalogue* catalogue, TareCatalogue* other);

#endif
