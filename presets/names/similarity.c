#include "names/similarity.h"

enum { PAIRS_OF_SLIP = 3 /* two letters exchanged have a part in as many */ };

void tare_grams_set(TareGrams* grams, const char* text)
{
    *grams = (TareGrams){.mark = tare_mark_of(text)};
    grams->n_marked = tare_n_bits(grams->mark.bits[0]) + tare_n_bits(grams->mark.bits[1]);
    for (; text[0] && text[1]; ++text) {
        uint8_t* count = &grams->counts[tare_mark_pair(text)];
        *count = (uint8_t)(*count + (*count < UINT8_MAX));
        grams->n++;
    }
}

size_t tare_grams_common(TareGrams* grams, const char* text, size_t length, size_t start,
                         size_t* tail)
{
    uint16_t taken[4 * TARE_SLIP_MAX_LENGTH]; /* no name worth finding has more */
    size_t n_taken = 0;
    *tail = 0;
    if (length < 2)
        return 0;
    size_t i = length - 1;
    if (i > sizeof taken / sizeof *taken)
        i = sizeof taken / sizeof *taken;
    unsigned after = tare_mark_code(text[i]);
    while (i--) {
        const unsigned code = tare_mark_code(text[i]);
        const unsigned pair = code << 6 | after;
        after = code;
        if (grams->counts[pair]) {
            grams->counts[pair]--;
            taken[n_taken++] = (uint16_t)pair;
        }
        if (i == start)
            *tail = n_taken;
    }
    for (size_t k = 0; k < n_taken; ++k)
        grams->counts[taken[k]]++;
    return n_taken;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/** How many letters one of two texts has more. */
static size_t n_more(size_t a_length, size_t b_length)
{
    return a_length > b_length ? a_length - b_length : b_length - a_length;
}

double tare_slip_most_likeness(size_t a_length, size_t b_length, size_t common)
{
    if (!tare_slip_is_possible(a_length, b_length))
        return 0.0;
    const size_t longer = larger(a_length, b_length);
    const size_t n_missing = longer > common + 1 ? longer - 1 - common : 0;
    if (n_missing > TARE_MAX_SLIPS * PAIRS_OF_SLIP)
        return 0.0;
    const size_t slips =
        larger(n_more(a_length, b_length), (n_missing + PAIRS_OF_SLIP - 1) / PAIRS_OF_SLIP);
    return slips > TARE_MAX_SLIPS ? 0.0 : 1.0 - (double)slips / (double)longer;
}

static unsigned smaller(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/** Optimal string alignment (restricted Damerau-Levenshtein) distance, by rows. */
static unsigned n_slips(const char* a, size_t a_length, const char* b, size_t b_length)
{
    unsigned rows[3][TARE_SLIP_MAX_LENGTH + 1];
    for (size_t j = 0; j <= b_length; ++j)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_length; ++i) {
        unsigned* row = rows[i % 3];
        const unsigned* above = rows[(i + 2) % 3];
        const unsigned* above_that = rows[(i + 1) % 3];
        unsigned least = row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; ++j) {
            row[j] =
                smaller(smaller(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller(row[j], above_that[j - 2] + 1);
            least = smaller(least, row[j]);
        }
        if (least > TARE_MAX_SLIPS + 1)
            return least;
    }
    return rows[a_length % 3][b_length];
}

double tare_slip_likeness(const char* a, size_t a_length, const char* b, size_t b_length)
{
    if (!tare_slip_is_possible(a_length, b_length))
        return 0.0;
    const unsigned slips = n_slips(a, a_length, b, b_length);
    return slips > TARE_MAX_SLIPS ? 0.0 : 1.0 - (double)slips / (double)larger(a_length, b_length);
}
