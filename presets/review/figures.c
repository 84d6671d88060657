#include "review/figures.h"

#include "base/ascii.h"

#include <string.h>

/** Whether a text goes on with a word in small letters, in any case. */
static bool goes_on(const char* text, size_t length, const char* word)
{
    size_t n = 0;
    while (n < length && word[n] && tare_ascii_lower(text[n]) == word[n])
        ++n;
    return !word[n];
}

/** Whether a figure ends before a place, maybe with a blank between. */
static bool is_behind_figure(const char* text, size_t at)
{
    if (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        --at;
    return at > 0 && tare_is_digit(text[at - 1]);
}

bool tare_figures_may_be_in(const char* text, size_t length)
{
    for (size_t i = 0; i < length; ++i) {
        const char* const rest = text + i + 1;
        const size_t n = length - i - 1;
        switch (tare_ascii_lower(text[i])) {
        case 'd':
            if (goes_on(rest, n, "b") || goes_on(rest, n, "ecibel"))
                return true;
            break;
        case 'h':
            if (goes_on(rest, n, "z") || goes_on(rest, n, "ertz"))
                return true;
            break;
        case 'k':
            if (is_behind_figure(text, i))
                return true;
            break;
        case '\xEF': /* letters and digits of full width */
            return true;
        default:
            break;
        }
    }
    return false;
}
