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
    return *pattern == '\0' || *pattern == '*';
}

bool tare_word_is(const char* word, size_t length, const char* pattern)
{
    if (length && pattern[0] != '*' && tare_ascii_lower(word[0]) != pattern[0])
        return false; /* most differ at once */
    return fits(word, length, pattern);
}

size_t tare_word_first_row(const void* rows, size_t n, size_t size, char letter)
{
    size_t first = 0, end = n;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        const void* const row = (const char*)rows + middle * size;
        if (**(const char* const*)row < letter)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

const void* tare_word_next_row(const void* rows, size_t n, size_t size, const void* after,
                               const char* word, size_t length)
{
    const char letter = length ? tare_ascii_lower(word[0]) : '\0';
    const char* row = after ? (const char*)after + size
                            : (const char*)rows + tare_word_first_row(rows, n, size, letter) * size;
    const char second = length > 1 ? tare_ascii_lower(word[1]) : '\0';
    for (; row < (const char*)rows + n * size; row += size) {
        const char* const pattern = *(const char* const*)(const void*)row;
        if (pattern[0] != letter)
            return NULL;
        /* most rows of a letter differ in the next */
        const bool may_fit = pattern[1] == second || pattern[1] == '*' || second == '-';
        if (may_fit && fits(word, length, pattern))
            return row;
    }
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
