/* What is said of a correction. */

#ifndef TARE_WINDOW_ENTRY_WORDS_H
#define TARE_WINDOW_ENTRY_WORDS_H

#include <stddef.h>

typedef struct TareEntry TareEntry;

/** Whose it is and by what it was measured: "oratory1990 · GRAS 43AG"; on what it rests:
    "fitted to a measurement", "from words only"; towards what: "Harman over-ear 2018", or "". Each
    is cut to fit. */
void tare_entry_words_author(const TareEntry* entry, char* text, size_t size);
const char* tare_entry_words_basis(const TareEntry* entry);
const char* tare_entry_words_target(const TareEntry* entry);

/** All three in one line. */
void tare_entry_words_all(const TareEntry* entry, char* text, size_t size);

#endif
