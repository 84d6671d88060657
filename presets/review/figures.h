/* A quick look at whether there is anything to read. */

#ifndef TARE_FIGURES_H
#define TARE_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

/** Whether a text may hold a figure of a response: a unit of gain or frequency, or thousands, "5k".
    Most paragraphs hold none and need no grammar. */
bool tare_figures_may_be_in(const char* text, size_t length);

#endif
