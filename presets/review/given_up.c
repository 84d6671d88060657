#include "review/given_up.h"

#include "base/ascii.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"

#include <stddef.h>

/** Whether a text stands in a line, in any case; `*end` receives where it ends. */
static bool has(TareSpan line, const char* text, size_t length, const char** end)
{
    for (const char* c = line.first; c + length <= line.end; ++c)
        if (tare_ascii_begins(c, (size_t)(line.end - c), text)) {
            *end = c + length;
            return true;
        }
    return false;
}

/** "too thin, back to tuesday", but not "back to -3 dB" */
static bool goes_back(TareSpan line)
{
    static const char words[] = "back to ";
    const char* end = NULL;
    return has(line, words, sizeof words - 1, &end) && end < line.end && tare_is_letter(*end);
}

static bool has_word(TareSpan line)
{
    static const char* const words[] = {"reverted", "scrapped", "undid", "undone"};
    const size_t length = (size_t)(line.end - line.first);
    for (size_t at = 0; at < length;) {
        const size_t end = tare_setting_word_end(line.first, length, at);
        for (size_t i = 0; i < sizeof words / sizeof *words && end > at; ++i)
            if (tare_word_is(line.first + at, end - at, words[i]))
                return true;
        at = end > at ? end : at + 1;
    }
    return false;
}

static bool has_phrase(TareSpan line)
{
    static const struct {
        const char* text;
        size_t length;
    } phrases[] = {{". out.", 6},    {"= don't", 7},   {"made it worse", 13},
                   {"no good", 7},   {"not using", 9}, {"off again", 9},
                   {"out again", 9}, {"some say", 8},  {"was a mistake", 13}};
    const char* end = NULL;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; ++i)
        if (has(line, phrases[i].text, phrases[i].length, &end))
            return true;
    return false;
}

bool tare_given_up_in(TareSpan line)
{
    bool has_digit = false;
    for (const char* c = line.first; c < line.end; ++c)
        has_digit = has_digit || tare_is_digit(*c);
    return has_digit && (has_phrase(line) || has_word(line) || goes_back(line));
}
