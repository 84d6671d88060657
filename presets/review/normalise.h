/* Prose in few and plain characters: one kind of dash, minus sign and blank, numbers without
   thousands commas, so that the rules about language need to know one form of each. */

#ifndef TARE_NORMALISE_H
#define TARE_NORMALISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareNormalised {
    char* text;       ///< ends in NUL
    uint32_t* origin; ///< of each byte and of the NUL: its place in the text it was made from
    size_t length;
} TareNormalised;

/** Normalises UTF-8 text shorter than 4 GB. A dash that separates thoughts becomes ';', a
    plus-minus sign "+-". On success the caller clears the result; false when memory is short. */
bool tare_normalise(TareNormalised* normalised, const char* text, size_t length);

/** Puts a line feed in the place of the blank that was one, where a line of the `length` bytes of
    `source` was not broken because it was full: in lists without marks, "8.5 kHz is +6 dB" above
    "100 Hz is +3 dB". Elsewhere a sentence goes on behind it. */
void tare_normalised_mark_ends(TareNormalised* text, const char* source, size_t length);

/** Frees what it owns and empties it. */
void tare_normalised_clear(TareNormalised* normalised);

#endif
