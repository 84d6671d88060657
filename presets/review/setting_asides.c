#include "review/setting_asides.h"

#include "base/ascii.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"

#include <stdbool.h>
#include <string.h>

/* An aside has hardly more words. */
enum { MAX_WORDS = 6 };

static bool is_one_of(const char* word, size_t length, const char* const* words, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

/** Whether an aside may begin at a place: at the beginning, behind a mark, or at "and". */
static bool may_begin(const char* text, size_t length, size_t at)
{
    if (!tare_is_letter(text[at]))
        return false;
    size_t before = at;
    while (before > 0 && text[before - 1] == ' ')
        --before;
    const size_t end = tare_setting_word_end(text, length, at);
    return before == 0 || strchr(",;.(|-", text[before - 1]) ||
           (at > 0 && text[at - 1] == ' ' && tare_word_is(text + at, end - at, "and"));
}

/** "---- " and the like between two blanks. */
static size_t dash_length(const char* text, size_t length, size_t at)
{
    size_t n = 0;
    while (at + n < length && (text[at + n] == '-' || text[at + n] == '_'))
        ++n;
    const bool is_free = at > 0 && text[at - 1] == ' ' && at + n < length && text[at + n] == ' ';
    return n > 1 && is_free ? n : 0;
}

size_t tare_setting_aside_length(const char* text, size_t length, size_t at)
{
    static const char* const rests[] = {"else", "others", "remaining", "rest"};
    const size_t n_dashes = dash_length(text, length, at);
    if (n_dashes || !may_begin(text, length, at))
        return n_dashes;
    bool has_rest = false;
    unsigned n_words = 0;
    size_t i = at;
    while (i < length && !strchr(",;.)|:", text[i])) {
        if (tare_is_digit(text[i]) && text[i] != '0')
            return 0;
        const size_t end = tare_setting_word_end(text, length, i);
        has_rest = has_rest || is_one_of(text + i, end - i, rests, sizeof rests / sizeof *rests);
        n_words += end > i;
        i = end > i ? end : i + 1;
    }
    return has_rest && n_words <= MAX_WORDS ? i - at : 0;
}
