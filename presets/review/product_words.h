/* The words by which tags, names and summaries tell what kind of thing a review is about. */

#ifndef TARE_PRODUCT_WORDS_H
#define TARE_PRODUCT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** What a word tells of the thing it names; a bit each. */
typedef enum {
    TARE_TRAIT_HEADPHONE = 1 << 0,
    TARE_TRAIT_OPEN = 1 << 1,
    TARE_TRAIT_OVER_EAR = 1 << 2,
    TARE_TRAIT_ON_EAR = 1 << 3,
    TARE_TRAIT_IN_EAR = 1 << 4,
    TARE_TRAIT_EARBUD = 1 << 5,
    TARE_TRAIT_OTHER = 1 << 6,  ///< whatever else the tags say, it is no headphone
    TARE_TRAIT_PART = 1 << 7,   ///< as OTHER when alone; "Detachable cable" is what a headphone has
    TARE_TRAIT_DEVICE = 1 << 8, ///< something that headphones may have inside, too
    TARE_TRAIT_MIC =
        1 << 9, ///< as PART; but a headset has one, and so may what is told to be a headphone
    TARE_TRAIT_HEADSET = 1 << 10,
    TARE_TRAIT_ROOM = 1 << 12, ///< what only a text about loudspeakers, voices or amplifiers names
    TARE_TRAIT_WORN = 1 << 11  ///< a part, or a use, that hardly anything but a headphone has
} TareTrait;

/** TareTraits of a text that is one of the words; 0 when it is none. Blanks, hyphens and slashes do
    not count, nor does case. */
unsigned tare_product_word_traits(const char* text, size_t length);

/** Whether the word before a thing makes it one that is used with the product, or a program: "in my
    player", "Neutron Player". */
bool tare_product_word_is_of_use(const char* before, size_t length);

#endif
