/* Lists, tables and lines of equaliser settings in a review. */

#ifndef TARE_SETTINGS_H
#define TARE_SETTINGS_H

#include "review/meaning.h"

#include <stdbool.h>

typedef struct TareFindings TareFindings;
typedef struct TareParagraph TareParagraph;
typedef struct TareProse TareProse;

/** What reading has come to know of the text so far. */
typedef struct TareSettings {
    const char* section; ///< the heading; the outline's
    TareHead heading;    ///< what it says, once it has been read
    bool is_heading_read;
    TareHead introduction; ///< of the list that may follow
    unsigned n_recipes;    ///< lists of settings so far
    bool is_in_list;       ///< the block before ended in one
} TareSettings;

/** Reads the settings of a block and puts blanks in their place, line feeds aside: the rest is
    prose. Every block of a review is to be seen, as one without a figure may introduce another.
    `prose` tells where the block stands; its head is set to what governs the rest.
    `findings->failed` is set when memory was short. `n_sentences` runs on over all blocks. */
void tare_settings_read(TareSettings* settings, TareParagraph* block, TareProse* prose,
                        unsigned* n_sentences, TareFindings* findings);

#endif
