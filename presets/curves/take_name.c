#include "curves/take_name.h"

#include "base/ascii.h"
#include "base/path.h"

#include <stdbool.h>
#include <string.h>

/** The length of a name without its ending, if it has one of up to four letters. */
static size_t without_ending(const char* name)
{
    const char* const dot = strrchr(name, '.');
    const size_t length = strlen(name);
    return dot && dot > name && strlen(dot) <= 5 ? (size_t)(dot - name) : length;
}

static size_t without(const char* name, size_t length, const char* characters)
{
    while (length > 0 && strchr(characters, name[length - 1]))
        --length;
    return length;
}

/** The length without a word at the end that stands apart; the same when it is another one. */
static size_t without_word(const char* name, size_t length, const char* word)
{
    const size_t n = strlen(word);
    if (length < n + 2 || !strchr(" _-([", name[length - n - 1]))
        return length;
    for (size_t i = 0; i < n; ++i)
        if (tare_ascii_lower(name[length - n + i]) != tare_ascii_lower(word[i]))
            return length;
    return length - n;
}

/** Whether a name ends with a word. */
static bool ends_with(const char* name, size_t length, const char* word)
{
    const size_t n = strlen(word);
    bool is_same = length >= n;
    for (size_t i = 0; is_same && i < n; ++i)
        is_same = tare_ascii_lower(name[length - n + i]) == word[i];
    return is_same;
}

bool tare_take_name_is_other(const char* path)
{
    static const char* const words[] = {"target", "parametriceq", "graphiceq", "fixedbandeq"};
    const char* const name = tare_path_name(path);
    const size_t length = without_ending(name);
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (ends_with(name, length, words[i]))
            return true;
    return false;
}

size_t tare_take_name_length(const char* path)
{
    static const char* const sides[] = {"left", "right", "l", "r"};
    const char* const name = tare_path_name(path);
    const size_t begin = (size_t)(name - path);
    const size_t whole = without_ending(name);
    const size_t bare = without(name, without(name, whole, ")] "), "0123456789");
    const size_t length = without(name, bare, " ");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; ++i) {
        const size_t shorter = without_word(name, length, sides[i]);
        const size_t rest = shorter < length ? without(name, shorter, " _-([") : 0;
        if (rest > 0)
            return begin + rest;
    }
    return begin + whole;
}
