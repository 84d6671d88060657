/* What is said of a correction. */

#ifndef TARE_WINDOW_ENTRY_WORDS_H
#define TARE_WINDOW_ENTRY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareAimGoal TareAimGoal;
typedef struct TareEntry TareEntry;

/** Whose it is and by what it was measured: "oratory1990 · GRAS 43AG"; on what it rests:
    "fitted to a measurement", "from words only"; towards what: "Harman over-ear 2018", or "". Each
    is cut to fit. */
void tare_entry_words_author(const TareEntry* entry, char* text, size_t size);
const char* tare_entry_words_basis(const TareEntry* entry);
const char* tare_entry_words_target(const TareEntry* entry);

/** All three in one line. */
void tare_entry_words_all(const TareEntry* entry, char* text, size_t size);

/** What is loaded, NULL for nothing that is known, with a word when it was edited, else where it is
    aimed: "Sennheiser HD 650, edited". */
void tare_entry_words_loaded(const TareEntry* entry, const TareAimGoal* goal, bool is_edited,
                             char* text, size_t size);

/** Appends where one is aimed: " → diffuse field, bass +3 dB". */
void tare_entry_words_goal(const TareEntry* entry, const TareAimGoal* goal, char* text,
                           size_t size);

/** All in one line of a correction that may be aimed at a goal. */
void tare_entry_words_aimed(const TareEntry* entry, const TareAimGoal* goal, char* text,
                            size_t size);

#endif
