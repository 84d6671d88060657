/* What there is to be read of a blind test. */

#ifndef TARE_WINDOW_BLIND_WORDS_H
#define TARE_WINDOW_BLIND_WORDS_H

#include <stddef.h>

typedef struct TareBlindTest TareBlindTest;

/** What its page is called. */
void tare_blind_words_title(const TareBlindTest* test, char* text, size_t size);

/** What came of its rounds, and how likely mere guessing comes to the same. */
void tare_blind_words_result(const TareBlindTest* test, char* text, size_t size);
void tare_blind_words_chance(const TareBlindTest* test, char* text, size_t size);

#endif
