#include "review/spoken_figures.h"

#include "base/ascii.h"
#include "review/number_words.h"
#include "review/word_patterns.h"

#include <stdbool.h>

/* "A filter", "one band" count nothing. */
#define MIN_NUMBER 2.0

typedef struct {
    const char* text;
    size_t length;
} Line;

/** The word at a place, behind a blank or hyphen if one stands there; moves behind it. */
static Line next_word(Line line, size_t* at)
{
    size_t first = *at;
    first += first < line.length && (line.text[first] == ' ' || line.text[first] == '-');
    size_t end = first;
    while (end < line.length && tare_is_letter(line.text[end]) &&
           (unsigned char)line.text[end] < 0x80)
        ++end;
    *at = end;
    return (Line){line.text + first, end - first};
}

static bool is(Line word, const char* pattern)
{
    return word.length && tare_word_is(word.text, word.length, pattern);
}

/** The number that a word is; "oh" is a zero behind "point". */
static double value_of(Line word)
{
    return word.length ? tare_number_word(word.text, word.length) : 0.0;
}

/** "eighty five", "two fifty", "twelve hundred", "five thousand": what follows a first word. */
static double read_rest(Line line, size_t* at, double value)
{
    size_t next = *at;
    const Line word = next_word(line, &next);
    const double more = value_of(word);
    const bool is_unit_behind_tens =
        value >= 20.0 && value - 10.0 * (int)(value / 10.0) == 0.0 && more >= 1.0 && more < 10.0;
    const bool is_tens_behind_unit = value >= 1.0 && value < 10.0 && more >= 10.0;
    if (is(word, "hundred") || is(word, "thousand")) {
        *at = next;
        return value * (is(word, "hundred") ? 100.0 : 1000.0);
    }
    if (is(word, "a") || is(word, "an") || !(is_unit_behind_tens || is_tens_behind_unit))
        return value;
    *at = next;
    return is_tens_behind_unit ? value * 100.0 + more : value + more;
}

/** "point two five": what it adds. */
static double read_point(Line line, size_t* at)
{
    size_t next = *at;
    double tenths = 0.0, place = 0.1;
    if (!is(next_word(line, &next), "point"))
        return 0.0;
    for (unsigned n = 0; n < 2; ++n, place *= 0.1) {
        size_t end = next;
        const double digit = value_of(next_word(line, &end));
        if (digit < 1.0 || digit > 9.0)
            break;
        tenths += digit * place;
        next = end;
    }
    *at = tenths > 0.0 ? next : *at;
    return tenths;
}

/** "and a half" */
static double read_half(Line line, size_t* at)
{
    size_t next = *at;
    if (!is(next_word(line, &next), "and") || !is(next_word(line, &next), "a") ||
        !is(next_word(line, &next), "half"))
        return 0.0;
    *at = next;
    return 0.5;
}

/** Whether the word before a place is a sign or a direction: "minus one", "by one". */
static bool is_behind_sign(Line line, size_t at)
{
    static const char* const words[] = {"by", "down", "minus", "plus", "q", "up"};
    size_t end = at;
    while (end > 0 && line.text[end - 1] == ' ')
        --end;
    size_t first = end;
    while (first > 0 && tare_is_letter(line.text[first - 1]))
        --first;
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (is((Line){line.text + first, end - first}, words[i]))
            return true;
    return false;
}

double tare_spoken_figure(const char* text, size_t length, size_t at, size_t* end)
{
    const Line line = {text, length};
    size_t next = at;
    *end = at;
    if (!tare_is_letter(text[at]) || (at > 0 && tare_is_letter(text[at - 1])))
        return 0.0;
    const Line word = next_word(line, &next);
    double value = value_of(word);
    if (value == 0.0)
        return 0.0;
    const size_t behind_word = next;
    value = read_rest(line, &next, value);
    const double fraction = read_point(line, &next) + read_half(line, &next);
    const bool is_alone = next == behind_word;
    const bool is_article = is(word, "a") || is(word, "an");
    if (is_alone && value < MIN_NUMBER && (is_article || !is_behind_sign(line, at)))
        return 0.0;
    if (next < length && tare_is_letter(text[next]))
        return 0.0; /* a word goes on in letters beyond ASCII */
    *end = next;
    return value + fraction;
}
