/* What fits a word of the command line that is being typed: for the completion of shells. */

#ifndef TARE_CLI_CANDIDATES_H
#define TARE_CLI_CANDIDATES_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCommand TareCommand;

typedef struct TareCandidates {
    const TareCommand* command; ///< whom to name in messages
    const char* word;           ///< as far as it is typed
    char* const* earlier;       ///< operands before it that are words of the same name
    int n_earlier;
    char before[64]; ///< what stands before the word without a blank: "--kind="
    size_t n;
    bool are_stems;  ///< they are not whole words, and more is to be typed
    size_t n_common; ///< bytes in which all begin alike
    TareText lines;  ///< a candidate, a tab, a note, a line end each
} TareCandidates;

/** Adds a candidate, with a note about it for people (NULL for none). One that is not plain
    as base/plain.h has it is left out: it could not be typed. */
void tare_candidates_add(TareCandidates* candidates, const char* text, const char* note);

/** The same if it begins with what is typed, in capitals or not. */
void tare_candidates_add_if_begun(TareCandidates* candidates, const char* text, const char* note);

/** Offers the commands of the program. */
void tare_offer_commands(TareCandidates* candidates);

void tare_candidates_clear(TareCandidates* candidates);

#endif
