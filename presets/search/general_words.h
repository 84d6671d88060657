/* Words that people type beside a name, and what may be concluded from each of them. All other
   words tell products apart. */

#ifndef TARE_GENERAL_WORDS_H
#define TARE_GENERAL_WORDS_H

typedef struct TareTerm TareTerm;

/** Classes, as bits. */
enum {
    TARE_GENERAL_TYPED = 1,    ///< typed, it says nothing about which model
    TARE_GENERAL_NAMED = 2,    ///< in a model's name, it need not be typed
    TARE_GENERAL_SERIES = 4,   ///< first in a maker's codes, it need not be typed
    TARE_GENERAL_MAKER = 8,    ///< behind a maker's name, it may be added
    TARE_GENERAL_SOURCE = 16,  ///< typed last, it says whose correction is wanted
    TARE_GENERAL_EDITION = 32, ///< alone, it names no product
    TARE_GENERAL_VARIANT = 64, ///< in a variant, it makes another product of it
    TARE_GENERAL_RADIO = 128,  ///< no alias may leave it out
    TARE_GENERAL_PARTS = 256,  ///< with what stands before it as far as "with", says nothing
    TARE_GENERAL_INSIDE = 512  ///< no headphone over or on the ear is meant
};

/** The classes of a folded word; 0 for most. */
unsigned tare_general_word(const TareTerm* word);

#endif
