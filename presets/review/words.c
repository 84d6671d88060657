#include "review/words.h"

#include "review/word_patterns.h"
#include "review/word_tables.h"

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
