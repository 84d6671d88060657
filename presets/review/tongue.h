/* In which language a text is written. */

#ifndef TARE_TONGUE_H
#define TARE_TONGUE_H

#include <stddef.h>

/** The English name of the language of a UTF-8 text that is plainly written in another one than
    English; NULL for English and for what cannot be told. By its letters, and where those are Latin
    by its small words. */
const char* tare_tongue_of(const char* text, size_t length);

#endif
