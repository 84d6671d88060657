#include "review/state_lines.h"

#include "base/ascii.h"
#include "review/other_product.h"
#include "review/setting_text.h"
#include "review/setting_words.h"
#include "review/word_patterns.h"

#include <string.h>

static bool is_one_of(const char* word, size_t length, const char* const* words, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

#define IS_ONE_OF(word, length, words)                                                             \
    is_one_of(word, length, words, sizeof(words) / sizeof *(words))

/** Whether a word between two places is one of these. */
static bool has_word(const char* first, const char* end, const char* const* words, size_t n)
{
    const size_t length = (size_t)(end - first);
    for (size_t at = 0; at < length;) {
        const size_t stop = tare_setting_word_end(first, length, at);
        if (stop > at && is_one_of(first + at, stop - at, words, n))
            return true;
        at = stop > at ? stop : at + 1;
    }
    return false;
}

#define HAS_WORD(first, end, words) has_word(first, end, words, sizeof(words) / sizeof *(words))

/** Whether a signed number begins at a place: "+3", "-3". */
static bool begins_signed(const char* first, const char* c, const char* end)
{
    const bool is_dash = end - c > 3 && tare_is_digit(c[3]) &&
                         (!memcmp(c, "\xE2\x88\x92", 3) || !memcmp(c, "\xE2\x80\x93", 3));
    return is_dash ||
           (strchr("+-", *c) && tare_is_digit(c[1]) && (c == first || strchr(" \t:|(,=", c[-1])));
}

/** Whether "dB" stands at a place behind a number. */
static bool is_unit(const char* first, const char* c)
{
    const char* const number = c > first && c[-1] == ' ' ? c - 1 : c;
    return number > first && tare_is_digit(number[-1]) && tare_ascii_lower(*c) == 'd' &&
           tare_ascii_lower(c[1]) == 'b';
}

/** Whether a signed number or decibels stand in a line. */
static bool has_gain(const char* first, const char* end)
{
    for (const char* c = first; c + 1 < end; ++c)
        if (begins_signed(first, c, end) || is_unit(first, c))
            return true;
    return false;
}

static bool has_letter(const char* first, const char* end)
{
    for (; first < end; ++first)
        if (tare_is_letter(*first) && (unsigned char)*first < 0x80)
            return true;
    return false;
}

/** Behind the bullets and marks that a line begins with. */
static const char* skip_marks(const char* first, const char* end)
{
    while (first < end && strchr(" \t*|>_-", *first))
        ++first;
    return first;
}

/** The end of the label that begins at a place: a colon, the border of a cell, an arrow, wide
    blanks; the end of the line when there is none. */
static const char* end_of_label(const char* first, const char* end)
{
    for (const char* c = first; c + 1 < end; ++c)
        if (*c == ':' || *c == '|' || *c == ';' || *c == '\t' || (*c == ' ' && c[1] == ' ') ||
            (*c == '-' && c[1] == '>'))
            return c;
    return end;
}

/** Whether a label names settings, a part of the spectrum or a filter, and no state. */
static bool names_part(const char* first, const char* end)
{
    static const char* const parts[] = {"air",   "bass*", "high*",    "lower", "lows",
                                        "mid*",  "me",    "presence", "sub*",  "treble",
                                        "upper", "use*",  "mine"};
    const size_t length = (size_t)(end - first);
    for (size_t at = 0; at < length;) {
        const size_t stop = tare_setting_word_end(first, length, at);
        const unsigned roles = stop > at ? tare_setting_word(first + at, stop - at) : 0;
        if (roles & ~(unsigned)(TARE_SETTING_FILLS | TARE_SETTING_PROSE | TARE_SETTING_OFF))
            return true;
        at = stop > at ? stop : at + 1;
    }
    return HAS_WORD(first, end, parts);
}

/** "v2", "fw 1.10", "1.0.4", "mon" */
static bool is_version(const char* first, const char* end)
{
    static const char* const words[] = {"build", "firmware", "fw", "version"};
    const size_t length = (size_t)(end - first);
    const size_t n_dots = length > 4 ? (size_t)(first[1] == '.') + (first[3] == '.') : 0;
    return HAS_WORD(first, end, words) || (tare_is_digit(*first) && n_dots == 2) ||
           (length > 1 && tare_ascii_lower(*first) == 'v' && tare_is_digit(first[1]));
}

/** "fw 1.10" is later than "fw 1.2": the parts of a version's number, as one. */
static double version_of(const char* first, const char* end)
{
    double version = 0.0, part = 0.0, weight = 1e6;
    while (first < end && !tare_is_digit(*first))
        ++first;
    for (; first < end && (tare_is_digit(*first) || *first == '.'); ++first) {
        if (*first == '.') {
            version += part * weight;
            weight /= 1e3;
            part = 0.0;
        } else {
            part = 10.0 * part + (*first - '0');
        }
    }
    return version + part * weight;
}

/** "L-R @ 5k  +1.5" */
static bool is_of_sides(const char* label, const char* end)
{
    static const char* const sides[] = {"l-r", "l/r", "r-l", "l - r", "left-right"};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; ++i)
        if (tare_ascii_begins(label, (size_t)(end - label), sides[i]))
            return has_gain(label, end);
    return false;
}

/** "10 ohm -> +3 dB" */
static bool is_of_amplifier(const char* label, const char* label_end, const char* end)
{
    static const char* const words[] = {"ohm", "ohms"};
    return label_end < end && tare_is_digit(*label) && HAS_WORD(label, label_end, words) &&
           has_gain(label_end, end);
}

/** Notes what the label says of a row of figures. */
static void note_row(TareStateLine* line, const char* label, const char* label_end,
                     const char* own_name)
{
    static const char* const currents[] = {"current*", "final", "installed", "latest", "now"};
    line->is_version = is_version(label, label_end);
    line->version = line->is_version ? version_of(label, label_end) : 0.0;
    line->is_current = line->is_version && HAS_WORD(label, line->end, currents);
    line->is_grid = *label_end != ':' && *label_end != '-' && tare_is_upper(*label);
    line->is_own = line->is_grid && own_name &&
                   tare_is_part_of_name(label, (size_t)(label_end - label), own_name);
}

bool tare_state_label_is_default(const char* label, size_t length)
{
    static const char* const defaults[] = {"box",       "bundled", "came",   "default",
                                           "delivered", "factory", "fitted", "included",
                                           "oem",       "shipped", "stock",  "supplied"};
    return HAS_WORD(label, label + length, defaults);
}

TareStateLine tare_state_line_read(const char* first, const char* end, const char* own_name)
{
    const char* const label = skip_marks(first, end);
    const char* const label_end = end_of_label(label, end);
    TareStateLine line = {.first = first, .end = end};
    if (label == end)
        return line;
    const bool is_named = label_end < end && has_letter(label, label_end);
    const bool is_number = label_end < end && is_version(label, label_end);
    line.is_quoted = *label == '"';
    line.is_row =
        has_gain(label_end, end) && (is_number || (is_named && !names_part(label, label_end)));
    line.is_default =
        (is_named && tare_state_label_is_default(label, (size_t)(label_end - label))) ||
        (line.is_quoted && tare_state_label_is_default(label, (size_t)(end - label)));
    line.is_of_sides = is_of_sides(label, end);
    line.is_of_amplifier = is_of_amplifier(label, label_end, end);
    if (line.is_row)
        note_row(&line, label, label_end, own_name);
    return line;
}

bool tare_state_line_is_empty(const char* first, const char* end)
{
    return skip_marks(first, end) == end;
}
