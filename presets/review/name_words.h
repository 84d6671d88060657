/* What is known of single words that look like names, or stand beside names. */

#ifndef TARE_NAME_WORDS_H
#define TARE_NAME_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** Why a word is in the table; a bit each. */
typedef enum {
    /* Looks like a model, letters with digits or in capitals, and is none. */
    TARE_NAME_RIG = 1 << 0,       ///< measures: "GRAS", "HATS"
    TARE_NAME_TARGET = 1 << 1,    ///< is measured against: "IEF", "OE2018"
    TARE_NAME_STANDARD = 1 << 2,  ///< "IEC", "IPX4"
    TARE_NAME_TECHNIQUE = 1 << 3, ///< "aptX", "USB"
    TARE_NAME_FIGURE = 1 << 4,    ///< is measured, or its unit: "SNR", "L/R"
    TARE_NAME_NUMBERED = 1 << 5,  ///< a plain word that may have a number: "Mk2", "No. 5"
    /* Names a headphone or its maker, though the catalogue has no such brand. */
    TARE_NAME_MODEL = 1 << 6, ///< a headphone that is called without its maker: "Sundara"
    TARE_NAME_PART = 1 << 7,  ///< a maker by a part of the name: "Bowers"
    TARE_NAME_MAKER = 1 << 8, ///< a maker that the catalogue spells otherwise or has not
    /* A brand of the catalogue that seldom speaks of a headphone. */
    TARE_NAME_ORDINARY = 1 << 9,  ///< a word of the language too: "Drop"
    TARE_NAME_BUSINESS = 1 << 10, ///< sells or licenses, too: "Amazon", "Dolby"
    /* Says behind a name that it is no headphone. */
    TARE_NAME_TOOL = 1 << 11 ///< "GRAS 45BC rig", "Sony driver"
} TareNameClass;

enum {
    TARE_NAME_NO_MODEL = TARE_NAME_RIG | TARE_NAME_TARGET | TARE_NAME_STANDARD |
                         TARE_NAME_TECHNIQUE | TARE_NAME_FIGURE | TARE_NAME_NUMBERED,
    TARE_NAME_PRODUCT = TARE_NAME_MODEL | TARE_NAME_PART | TARE_NAME_MAKER,
    TARE_NAME_NO_BRAND = TARE_NAME_ORDINARY | TARE_NAME_BUSINESS
};

/** Whether a word, hyphens and case aside, is in the table with one of these classes. */
bool tare_name_word_is(const char* word, size_t length, unsigned classes);

#endif
