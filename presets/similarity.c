#include "similarity.h"

enum { MAX_SLIPS = 2, MAX_LENGTH = 64 };

/** 6 bits for a byte: each ASCII letter, digit and plus has its own, all others share the rest. */
static unsigned code_of(char c)
{
    if (c >= 'a' && c <= 'z')
        return (unsigned)(c - 'a');
    if (c >= '0' && c <= '9')
        return 26u + (unsigned)(c - '0');
    return c == '+' ? 36u : 37u + (unsigned char)c % 27u;
}

static unsigned pair_at(const char* text)
{
    return code_of(text[0]) << 6 | code_of(text[1]);
}

void tare_grams_set(TareGrams* grams, const char* text)
{
    *grams = (TareGrams){{0}, 0};
    for (; text[0] && text[1]; ++text) {
        uint8_t* count = &grams->counts[pair_at(text)];
        *count = (uint8_t)(*count + (*count < UINT8_MAX));
        grams->n++;
    }
}

double tare_grams_likeness(TareGrams* grams, const char* text)
{
    uint16_t taken[4 * MAX_LENGTH]; /* no name worth finding has more */
    size_t n_taken = 0;
    size_t n = 0;
    for (; text[0] && text[1]; ++text, ++n) {
        const unsigned pair = pair_at(text);
        if (grams->counts[pair] && n_taken < sizeof taken / sizeof *taken) {
            grams->counts[pair]--;
            taken[n_taken++] = (uint16_t)pair;
        }
    }
    for (size_t i = 0; i < n_taken; ++i)
        grams->counts[taken[i]]++;
    if (!grams->n || !n)
        return 0.0;
    const double common = (double)n_taken;
    return 0.75 * common / (double)grams->n + 0.25 * 2.0 * common / (double)(grams->n + n);
}

static unsigned smaller(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/** Optimal string alignment (restricted Damerau-Levenshtein) distance, by rows. */
static unsigned n_slips(const char* a, size_t a_length, const char* b, size_t b_length)
{
    unsigned rows[3][MAX_LENGTH + 1];
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
        if (least > MAX_SLIPS + 1)
            return least;
    }
    return rows[a_length % 3][b_length];
}

double tare_slip_likeness(const char* a, size_t a_length, const char* b, size_t b_length)
{
    const size_t longer = a_length > b_length ? a_length : b_length;
    const size_t shorter = a_length > b_length ? b_length : a_length;
    if (!shorter || longer > MAX_LENGTH || longer - shorter > MAX_SLIPS)
        return 0.0;
    const unsigned slips = n_slips(a, a_length, b, b_length);
    return slips > MAX_SLIPS ? 0.0 : 1.0 - (double)slips / (double)longer;
}
