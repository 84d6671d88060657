#include "review/words.h"

#include "base/ascii.h"
#include "review/word_tables.h"

#include <string.h>

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

const void* tare_word_next_row(const void* rows, size_t n, size_t size, const void* after,
                               const char* word, size_t length)
{
    const unsigned key = key_of_word(word, length);
    const char* row = after ? (const char*)after + size
                            : (const char*)rows + first_row(rows, n, size, key) * size;
    for (; row < (const char*)rows + n * size && key_of_pattern(row) == key; row += size)
        if (fits(word, length, *(const char* const*)(const void*)row))
            return row;
    return NULL;
}

static const TareWord* find_in(const TareWord* table, size_t n, const char* word, size_t length)
{
    return tare_word_next_row(table, n, sizeof *table, NULL, word, length);
}

/** Whether a word is a name of software in one of these cases. */
static bool is_software(const char* word, size_t length, TareWordMeaning cases)
{
    const TareWord* const row = find_in(tare_software_words, tare_n_software_words, word, length);
    return row && (row->meaning & cases);
}

bool tare_word_names_software(const char* word, size_t length)
{
    return is_software(word, length, TARE_SOFTWARE_ALONE);
}

bool tare_word_names_software_of_maker(const char* word, size_t length)
{
    return is_software(word, length, TARE_SOFTWARE_OF_MAKER);
}

bool tare_word_names_software_of_person(const char* word, size_t length)
{
    return is_software(word, length, TARE_SOFTWARE_OF_PERSON);
}

static const TareWord* find(const char* word, size_t length)
{
    static const TareWord software = {NULL, TARE_WORD_REMEDY | TARE_WORD_EQUALISER};
    const TareWord* row = find_in(tare_level_words, tare_n_level_words, word, length);
    if (!row)
        row = find_in(tare_grammar_words, tare_n_grammar_words, word, length);
    return !row && tare_word_names_software(word, length) ? &software : row;
}

TareWordMeaning tare_word_meaning(const char* word, size_t length)
{
    const TareWord* whole = length ? find(word, length) : NULL;
    if (whole)
        return whole->meaning;
    for (size_t i = length; i-- > 0;) {
        if (word[i] == '-') {
            const TareWord* const last = i + 1 < length ? find(word + i + 1, length - i - 1) : NULL;
            return last ? last->meaning : 0;
        }
    }
    return 0;
}

TareWordMeaning tare_word_of_sign(char c)
{
    switch (c) {
    case '<':
        return TARE_WORD_BELOW | TARE_WORD_DOWN;
    case '>':
        return TARE_WORD_ABOVE | TARE_WORD_UP | TARE_WORD_ABOUT;
    case '@':
        return TARE_WORD_AT;
    case '~':
        return TARE_WORD_ABOUT;
    case '&':
        return TARE_WORD_AND;
    default:
        return 0;
    }
}

bool tare_word_may_end(const char* word, size_t length)
{
    enum { MIN_LENGTH = 3 };
    static const char* const shortened[] = {"amp", "approx", "avg",  "dev",  "est", "etc",
                                            "fig", "freq",   "incl", "max",  "min", "meas",
                                            "oct", "ref",    "rel",  "resp", "temp"};
    for (size_t i = 0; i < sizeof shortened / sizeof *shortened; ++i)
        if (tare_word_is(word, length, shortened[i]))
            return false;
    return length >= MIN_LENGTH;
}
