/* The small words by which languages are told apart. */

#ifndef TARE_TONGUE_WORDS_H
#define TARE_TONGUE_WORDS_H

#include <stddef.h>

typedef struct TareTongue {
    const char* language; ///< its English name
    const char* words;    ///< small letters, blanks between; at most TARE_MAX_SMALL_WORDS
} TareTongue;

enum { TARE_MAX_TONGUES = 16, TARE_MAX_SMALL_WORDS = 64 };

/** English first. */
extern const TareTongue tare_tongues[];
extern const size_t tare_n_tongues; ///< at most TARE_MAX_TONGUES

#endif
