/* How much two folded names are alike. */

#ifndef TARE_SIMILARITY_H
#define TARE_SIMILARITY_H

#include "names/mark.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The pairs of neighbouring letters of a query, counted. */
typedef struct TareGrams {
    uint8_t counts[4096];
    uint32_t n;
    TareMark mark; ///< of the text
    uint32_t n_marked;
} TareGrams;

/** By summing up ever wider fields: compilers make a call of their own count where the processor
    need not have it. */
static inline uint32_t tare_n_bits(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (uint32_t)(bits * 0x0101010101010101u >> 56);
}

/** Counts the pairs of a folded text. */
void tare_grams_set(TareGrams* grams, const char* text);

/** How many of the pairs stand in a text of `length` bytes too, each as often as there; and in
    `tail`, how many of them from its byte `start` on. The counts are the same afterwards. */
size_t tare_grams_common(TareGrams* grams, const char* text, size_t length, size_t start,
                         size_t* tail);

/** At most how many they may be for a text with a mark: quickly, to leave out most texts. */
static inline size_t tare_grams_most_common(const TareGrams* grams, const TareMark* mark)
{
    /* each bit that only the query has stands for one of its pairs at least */
    return grams->n - grams->n_marked + tare_n_bits(grams->mark.bits[0] & mark->bits[0]) +
           tare_n_bits(grams->mark.bits[1] & mark->bits[1]);
}

/** From 0 to 1 by `common` pairs of the n in the query and the n_text in a text: mostly as a part
    of the query's, a little as a part of both, so that the shorter of two names wins that hold the
    whole query. */
static inline double tare_grams_likeness(size_t common, size_t n, size_t n_text)
{
    if (!n || !n_text)
        return 0.0;
    const double part = (double)n, both = (double)(n + n_text);
    return (double)common * (0.75 * both + 0.25 * 2.0 * part) / (part * both);
}

enum { TARE_MAX_SLIPS = 2, TARE_SLIP_MAX_LENGTH = 64 };

/** Whether two texts have lengths between which there may be so few slips. */
static inline bool tare_slip_is_possible(size_t a_length, size_t b_length)
{
    return a_length <= b_length + TARE_MAX_SLIPS && b_length <= a_length + TARE_MAX_SLIPS &&
           a_length && b_length && a_length <= TARE_SLIP_MAX_LENGTH &&
           b_length <= TARE_SLIP_MAX_LENGTH;
}

/** 1 less the share of slips in the longer text: letters wrong, missing, too many, or two
    exchanged. 0 as soon as there are more than TARE_MAX_SLIPS or a text has none, or more than
    TARE_SLIP_MAX_LENGTH bytes. */
double tare_slip_likeness(const char* a, size_t a_length, const char* b, size_t b_length);

/** At most how much that is for two texts of these lengths with no more than `common` pairs of
    neighbouring letters in common. */
double tare_slip_most_likeness(size_t a_length, size_t b_length, size_t common);

#endif
