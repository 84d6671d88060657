#include "names/term.h"

#include "base/ascii.h"

#include <string.h>

/** Words that are written in more than one way. A V, an X and an I alone are letters of codes. */
static const struct {
    const char* written;
    const char* word;
} other_writings[] = {{"ii", "2"},  {"iii", "3"},  {"iv", "4"}, {"vi", "6"},
                      {"vii", "7"}, {"viii", "8"}, {"ix", "9"}, {"plus", "+"}};

enum { LONGEST_WRITING = 4 };

bool tare_term_is(const TareTerm* word, const char* text)
{
    return strlen(text) == word->length && memcmp(word->text, text, word->length) == 0;
}

bool tare_term_same(const TareTerm* a, const TareTerm* b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

bool tare_term_is_number(const TareTerm* word)
{
    return tare_is_digit(word->text[0]);
}

bool tare_term_is_plain(const TareTerm* word)
{
    for (size_t i = 0; i < word->length; ++i)
        if (!tare_is_letter(word->text[i]))
            return false;
    return true;
}

static TareTerm as_written_here(TareTerm word)
{
    if (word.length > LONGEST_WRITING || !strchr("ivp", word.text[0])) /* most are not */
        return word;
    for (size_t i = 0; i < sizeof other_writings / sizeof *other_writings; ++i)
        if (tare_term_is(&word, other_writings[i].written))
            return (TareTerm){other_writings[i].word, strlen(other_writings[i].word)};
    return word;
}

bool tare_term_add(TareTerms* words, const char* folded)
{
    while (*folded) {
        const size_t length = strcspn(folded, " ");
        if (words->n == TARE_MAX_TERMS)
            return false;
        if (length > 0)
            words->words[words->n++] = as_written_here((TareTerm){folded, length});
        folded += length + (folded[length] == ' ');
    }
    return true;
}

/** A place in a row of words. */
typedef struct {
    const TareTerms* words;
    size_t word, letter;
} Place;

/** Goes past one letter; false when two numbers would grow together or the words are at an end. */
static bool go_on(Place* place)
{
    const TareTerm* const word = &place->words->words[place->word];
    if (++place->letter < word->length)
        return true;
    place->letter = 0;
    return ++place->word < place->words->n &&
           !(tare_term_is_number(word) && tare_term_is_number(word + 1));
}

bool tare_term_run(const TareTerms* a, size_t a_first, const TareTerms* b, size_t b_first,
                   size_t* n_a, size_t* n_b)
{
    Place in_a = {a, a_first, 0};
    Place in_b = {b, b_first, 0};
    bool a_goes_on = a_first < a->n, b_goes_on = b_first < b->n;
    while (a_goes_on && b_goes_on) {
        if (a->words[in_a.word].text[in_a.letter] != b->words[in_b.word].text[in_b.letter])
            return false;
        a_goes_on = go_on(&in_a);
        b_goes_on = go_on(&in_b);
        if (in_a.letter == 0 && in_b.letter == 0) {
            *n_a = in_a.word - a_first;
            *n_b = in_b.word - b_first;
            return true;
        }
    }
    return false;
}
