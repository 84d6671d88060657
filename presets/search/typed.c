#include "search/typed.h"

#include "base/ascii.h"
#include "names/fold.h"

#include <stdlib.h>
#include <string.h>

static bool is_of_word(char c)
{
    return tare_is_digit(c) || tare_is_letter(c);
}

/** Appends a word as it is compared, and the blank that ends it. */
static void add_word(TareTyped* typed, const char* first, size_t length)
{
    TareText folded = {0};
    char* const word = tare_text_copy(first, length);
    if (word)
        tare_fold_words(&folded, word);
    typed->words.failed |= !word || folded.failed;
    if (folded.length > 0) {
        tare_fold_join(&typed->words, folded.data);
        tare_text_append(&typed->words, " ", 1);
        ++typed->n_words;
        ++typed->n_last;
    }
    tare_text_clear(&folded);
    free(word);
}

void tare_typed_add(TareTyped* typed, const char* text)
{
    typed->n_last = 0;
    while (*text != '\0') {
        size_t length = 0;
        while (is_of_word(text[length]))
            ++length;
        if (length > 0)
            add_word(typed, text, length);
        text += length;
        while (*text != '\0' && !is_of_word(*text))
            ++text;
    }
}

void tare_typed_clear(TareTyped* typed)
{
    tare_text_clear(&typed->words);
    *typed = (TareTyped){0};
}

/** The name ends where its id goes on with the correction. */
static bool is_end(char c)
{
    return c == '\0' || c == '/';
}

/** Whether a word of the name begins or ends before `place`. */
static bool is_edge(const char* name, const char* place)
{
    return place == name || !is_of_word(place[-1]) || !is_of_word(*place) ||
           tare_is_digit(place[-1]) != tare_is_digit(*place);
}

static const char* skip_hyphens(const char* place)
{
    while (!is_end(*place) && !is_of_word(*place))
        ++place;
    return place;
}

/** Where a typed word ends in the name when it begins at `place`; NULL when it does not. */
static const char* match_word(const char* place, const char* word, size_t length)
{
    for (size_t i = 0; i < length; ++i) {
        place = i > 0 ? skip_hyphens(place) : place;
        if (*place != word[i])
            return NULL;
        ++place;
    }
    return place;
}

/** The first place from `from` on at which a typed word begins, and its end; NULL when there is
    none. A word that is not the last one must be whole. */
static const char* find_word(const char* name, const char* from, const char* word, size_t length,
                             bool is_last, const char** end)
{
    for (const char* place = from; !is_end(*place); place = skip_hyphens(place + 1)) {
        *end = *place == *word && is_edge(name, place) ? match_word(place, word, length) : NULL;
        if (*end && (is_last || is_edge(name, *end)))
            return place;
    }
    return NULL;
}

TareTypedMatch tare_typed_match(const TareTyped* typed, const char* name)
{
    const size_t n_earlier = typed->n_words - typed->n_last;
    const char* word = typed->words.data;
    TareTypedMatch match = {TARE_TYPED_BEGUN, name, name};
    for (size_t i = 0; i < typed->n_words; ++i) {
        const size_t length = strcspn(word, " ");
        const bool is_last = i + 1 == typed->n_words && typed->n_last > 0;
        const char* const next = skip_hyphens(match.end);
        const char* const place = find_word(name, next, word, length, is_last, &match.end);
        if (!place)
            return (TareTypedMatch){TARE_TYPED_NOTHING, NULL, NULL};
        if (place != next)
            match.fit = i == 0 ? TARE_TYPED_WITHIN : TARE_TYPED_APART;
        if (i == n_earlier)
            match.last = place;
        word += length + 1;
    }
    if (typed->n_last == 0)
        match.last = skip_hyphens(match.end);
    return match;
}
