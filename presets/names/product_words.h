/* The words of names of products in one writing, so that the same product has the same words. */

#ifndef TARE_PRODUCT_WORDS_H
#define TARE_PRODUCT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareText TareText;

/** Appends the words of a name (fold.h), a blank between each two, in one writing: roman numerals
    as digits and "plus" as "+" (term.h), "MkII" and "Mark 2" as "mk 2", "2nd", "2nd Generation" and
    "Gen 2" as "gen 2". The text must be empty before. */
void tare_product_words_set(TareText* words, const char* name);

/** Takes words off the end that makers call themselves by or not, "audio" and "acoustics", unless
    nothing else is left. */
void tare_product_words_end_maker(TareText* words);

/** Takes off what stands behind a maker of `maker` bytes at the beginning and says nothing: the
    maker again, "audio" or "acoustics", and an "x" or "+" of two makers who work together; unless
    nothing else is left. */
void tare_product_words_begin_model(TareText* words, size_t maker);

/** Length of the beginning of some words that joined words (see below) make, whole words only; 0
   when they do not. */
size_t tare_product_words_length(const char* words, const char* joined);

/** Appends the words without blanks, but with a "." where numbers would grow together. */
void tare_product_words_join(TareText* key, const char* words);

#endif
