/* Figures of one kind in a row: "3.3 and 7 kHz", "5 kHz, 8 kHz and around 11 kHz". */

#ifndef TARE_LISTS_H
#define TARE_LISTS_H

#include <stddef.h>

typedef struct TareSentence TareSentence;

/** The next figure of the list that the figure at `index` is in; n_tokens when it is the last. */
size_t tare_list_next(const TareSentence* sentence, size_t index);

/** The first figure of the list that a figure is in; itself when it is alone. */
size_t tare_list_start(const TareSentence* sentence, size_t figure);

/** How many figures of the list there are from this one on. */
size_t tare_list_length(const TareSentence* sentence, size_t index);

#endif
