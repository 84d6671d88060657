#include "review/word_patterns.h"

#include "base/ascii.h"

#include <stdint.h>

/** As tare_word_is(), hyphens inside the word not counting. */
static bool fits(const char* word, size_t length, const char* pattern)
{
    for (size_t i = 0; i < length; ++i) {
        if (word[i] == '-')
            continue;
        if (*pattern == '*')
            return true;
        if (tare_ascii_lower(word[i]) != *pattern++)
            return false;
    }
    return *pattern == '\0' || *pattern == '*' || *pattern == ' ';
}

bool tare_word_is(const char* word, size_t length, const char* pattern)
{
    if (length && pattern[0] != '*' && tare_ascii_lower(word[0]) != pattern[0])
        return false; /* most differ at once */
    return fits(word, length, pattern);
}

/** What rows are sorted by: two letters of a pattern, or of a word without its hyphens. */
static unsigned key_of(char first, char second)
{
    return (unsigned)(unsigned char)first << 8 | (unsigned char)second;
}

static unsigned key_of_pattern(const void* row)
{
    const char* const pattern = *(const char* const*)row;
    return key_of(pattern[0], pattern[0] ? pattern[1] : '\0');
}

static unsigned key_of_word(const char* word, size_t length)
{
    size_t second = 1;
    while (second < length && word[second] == '-')
        ++second;
    return key_of(length ? tare_ascii_lower(word[0]) : '\0',
                  second < length ? tare_ascii_lower(word[second]) : '\0');
}

/** The first of `n` rows with this key or a higher one. Where a step leads is no branch, which no
    processor could foresee. */
static size_t first_row(const void* rows, size_t n, size_t size, unsigned key)
{
    size_t first = 0;
    while (n > 0) {
        const size_t half = (n + 1) / 2;
        const void* const row = (const char*)rows + (first + half - 1) * size;
        first += key_of_pattern(row) < key ? half : 0;
        n -= half;
    }
    return first;
}

/* So many places of rows are kept, by a hash of the table and the key: most words of a text come
   again and again, and a search takes nine steps of two loads each. */
enum { N_KEPT = 1024 };

/** As first_row(), which is asked only once for a table and key while they are kept. Each thread
    keeps its own. */
static size_t kept_first_row(const void* rows, size_t n, size_t size, unsigned key)
{
    static _Thread_local struct {
        const void* rows;
        unsigned key;
        unsigned first;
    } kept[N_KEPT];
    const size_t hash = ((uintptr_t)rows / 64 + key * 31u + key / 256 * 7u) % N_KEPT;
    if (kept[hash].rows != rows || kept[hash].key != key) {
        kept[hash].first = (unsigned)first_row(rows, n, size, key);
        kept[hash].rows = rows;
        kept[hash].key = key;
    }
    return kept[hash].first;
}

const void* tare_word_next_row(const void* rows, size_t n, size_t size, const void* after,
                               const char* word, size_t length)
{
    const unsigned key = key_of_word(word, length);
    const char* row = after ? (const char*)after + size
                            : (const char*)rows + kept_first_row(rows, n, size, key) * size;
    for (; row < (const char*)rows + n * size && key_of_pattern(row) == key; row += size)
        if (fits(word, length, *(const char* const*)(const void*)row))
            return row;
    return NULL;
}
