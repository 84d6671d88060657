/* The makers of headphones, by whose names a text is seen to speak of another product. */

#ifndef TARE_BRANDS_H
#define TARE_BRANDS_H

#include <stddef.h>

typedef struct TareCatalogue TareCatalogue;

typedef struct TareBrands TareBrands;

/** The brands of a catalogue but those that are ordinary words: see name_words.h. The caller frees
    them; the catalogue may go. NULL when memory is short. */
TareBrands* tare_brands_new(const TareCatalogue* catalogue);

/** Frees them; NULL is allowed. */
void tare_brands_free(TareBrands* brands);

/** Bytes of the longest brand that begins right at a text and ends with a word of it, in the case
    of a name; 0 when none does, or `brands` is NULL. "Audio Technica" is the brand
   "Audio-Technica".
 */
size_t tare_brands_length_at(const TareBrands* brands, const char* text, size_t length);

#endif
