/* Lists, tables and lines of equaliser settings in a review. */

#ifndef TARE_SETTINGS_H
#define TARE_SETTINGS_H

#include "review/setting_runs.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareFindings TareFindings;
typedef struct TareParagraph TareParagraph;
typedef struct TareProse TareProse;

/** Looks over the list that begins with the first of some blocks, or is one of code: its items or
    lines are told apart by each other. */
void tare_settings_begin(TareSettings* settings, const TareParagraph* blocks, size_t n_blocks);

/** Reads the settings of a block and puts blanks in their place, line feeds aside: the rest is
    prose. Every block of a review is to be seen, as one without a figure may introduce another.
    `prose` tells where the block stands; its head is set to what governs the rest.
    `findings->failed` is set when memory was short. `n_sentences` runs on over all blocks. */
void tare_settings_read(TareSettings* settings, TareParagraph* block, TareProse* prose,
                        unsigned* n_sentences, TareFindings* findings);

#endif
