/* The headphones of a catalogue, by the names that ids begin with: for what goes through all of
   them at every key. */

#ifndef TARE_HEADPHONES_H
#define TARE_HEADPHONES_H

#include <stddef.h>

typedef struct TareCatalogue TareCatalogue;
typedef struct TareEntry TareEntry;
typedef struct TareHeadphones TareHeadphones;

/** Finds them; NULL when memory is short. The catalogue must not change as long as they are used.
 */
TareHeadphones* tare_headphones_new(const TareCatalogue* catalogue);

/** Frees them; NULL is allowed. */
void tare_headphones_free(TareHeadphones* headphones);

size_t tare_headphones_n(const TareHeadphones* headphones);

/** The name of one by its index below that, in the order of ids: "sennheiser-hd-650", up to a "/"
    or the end of the text. */
const char* tare_headphones_name(const TareHeadphones* headphones, size_t index);

/** Its default correction, and the number of that in the catalogue. */
const TareEntry* tare_headphones_entry(const TareHeadphones* headphones, size_t index);
size_t tare_headphones_entry_number(const TareHeadphones* headphones, size_t index);

#endif
