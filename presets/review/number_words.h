/* Numbers in words. */

#ifndef TARE_NUMBER_WORDS_H
#define TARE_NUMBER_WORDS_H

#include <stddef.h>

/** The number that a word says, "a" included; 0 for any other. */
double tare_number_word(const char* word, size_t length);

#endif
