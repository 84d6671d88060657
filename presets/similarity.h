/* How much two folded names are alike. */

#ifndef TARE_SIMILARITY_H
#define TARE_SIMILARITY_H

#include <stddef.h>
#include <stdint.h>

/** The pairs of neighbouring letters of a query, counted. */
typedef struct {
    uint8_t counts[4096];
    size_t n;
} TareGrams;

/** Counts the pairs of a folded text. */
void tare_grams_set(TareGrams* grams, const char* text);

/** How many of the pairs stand in `text` too, from 0 to 1: mostly as a part of the query's pairs, a
    little as a part of both, so that the shorter of two names wins that hold the whole query. The
    counts are the same afterwards. */
double tare_grams_likeness(TareGrams* grams, const char* text);

/** 1 less the share of slips in the longer text: letters wrong, missing, too many, or two
    exchanged. 0 as soon as there are more than two slips or a text has more than 64 bytes. */
double tare_slip_likeness(const char* a, size_t a_length, const char* b, size_t b_length);

#endif
