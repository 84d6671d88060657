#include "review/setting_pieces.h"

#include "base/ascii.h"
#include "review/role_words.h"
#include "review/word_patterns.h"
#include "review/words.h"

#include <string.h>

/** The length of the arrow that begins at a place; 0 when none does. */
static size_t arrow_length(const char* text, size_t length)
{
    static const char* const arrows[] = {"\xE2\x86\x92", "->", "=>"};
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; ++i) {
        const size_t n = strlen(arrows[i]);
        if (length >= n && memcmp(text, arrows[i], n) == 0)
            return n;
    }
    return 0;
}

/** Whether the full stop at a place is that of a short word: "vs." */
static bool is_abbreviation(const char* text, size_t at)
{
    size_t first = at;
    while (first > 0 && tare_is_letter(text[first - 1]))
        --first;
    return (tare_roles_of(text + first, at - first) & TARE_ROLE_ABBREVIATES) || at - first == 1;
}

static bool is_unit(const char* word, size_t length)
{
    return tare_word_is(word, length, "db") || tare_word_is(word, length, "hz") ||
           tare_word_is(word, length, "k") || tare_word_is(word, length, "q");
}

/** Whether a number with its sign may begin a sentence behind a word: "Tilt it. -1.5 dB". */
static bool begins_signed(const char* text, size_t next, const char* word, size_t length)
{
    const bool is_signed = strchr("+-", text[next]) && tare_is_digit(text[next + 1]);
    return is_signed && length &&
           (tare_word_may_end(word, length) || is_unit(word, length) ||
            tare_word_is(word, length, "it"));
}

/** Whether what stands behind a full stop may begin a sentence. */
static bool may_begin(const char* text, size_t stop, size_t next)
{
    size_t first = stop;
    while (first > 0 && tare_is_letter(text[first - 1]))
        --first;
    const char* const word = text + first;
    const size_t length = stop - first;
    const bool is_shortened = length && !tare_word_may_end(word, length);
    if ((tare_is_letter(text[next]) && !is_shortened && length) ||
        begins_signed(text, next, word, length))
        return true;
    if (tare_is_digit(text[next]) && is_shortened && !is_unit(word, length))
        return false; /* "Freq. 90 Hz", but "4 dB. 5 kHz" */
    const bool is_behind_figure = tare_is_digit(text[stop - 1]) || text[stop - 1] == ')';
    return tare_is_upper(text[next]) || tare_is_digit(text[next]) ||
           (is_behind_figure && tare_is_letter(text[next]));
}

/** Whether an arrow or dots stand behind a place, or a number, without a gain: "40 Hz -> +3 dB".
 */
static bool is_behind_place(const char* text, size_t mark)
{
    size_t end = mark;
    while (end > 0 && strchr(" .)", text[end - 1]))
        --end;
    size_t first = end;
    while (first > 0 && tare_is_letter(text[first - 1]) && (unsigned char)text[first - 1] < 0x80)
        --first;
    const bool has_number =
        first > 0 && (tare_is_digit(text[first - 1]) || text[first - 1] == ' ' ||
                      (unsigned char)text[first - 1] >= 0x80);
    return has_number && (first == end || tare_word_is(text + first, end - first, "hz") ||
                          tare_word_is(text + first, end - first, "khz") ||
                          tare_word_is(text + first, end - first, "k"));
}

/** Where the next sentence begins when one ends at a place, with a full stop before a capital, a
    figure or the end, or with an arrow; else 0. */
static size_t end_of_sentence(const char* text, size_t at, size_t end)
{
    const size_t n_arrow = arrow_length(text + at, end - at);
    if (n_arrow)
        return is_behind_place(text, at) ? 0 : at + n_arrow;
    if (at < 3 || !strchr(".!?", text[at]) || (at + 1 < end && text[at + 1] != ' ') ||
        is_abbreviation(text, at))
        return 0;
    size_t next = at + 1;
    while (next < end && text[next] == ' ')
        ++next;
    if (text[at - 1] == '.' && is_behind_place(text, at))
        return 0; /* "60 Hz ..... 4 dB" */
    return next == end || may_begin(text, at, next) ? next : 0;
}

char tare_setting_last_letter(const char* text, size_t length)
{
    while (length && text[length - 1] == ' ')
        --length;
    return length ? text[length - 1] : '\0';
}

bool tare_setting_has_figure(const char* text, size_t length)
{
    for (size_t i = 1; i < length; ++i) {
        const size_t at = i + (text[i] == ' ');
        const char c = at < length ? tare_ascii_lower(text[at]) : '\0';
        const bool ends = at + 1 >= length || !tare_is_letter(text[at + 1]);
        const char next = at + 1 < length ? tare_ascii_lower(text[at + 1]) : '\0';
        if (tare_is_digit(text[i - 1]) && ((c == 'k' && (ends || next == 'h')) ||
                                           (c == 'h' && next == 'z') || (c == 'd' && next == 'b')))
            return true;
    }
    return false;
}

bool tare_setting_has_minus(const char* text)
{
    static const char* const dashes[] = {"-",
                                         "\xE2\x80\x90",
                                         "\xE2\x80\x91",
                                         "\xE2\x80\x92",
                                         "\xE2\x80\x93",
                                         "\xE2\x81\xBB",
                                         "\xE2\x88\x92",
                                         "\xE2\x9E\x96",
                                         "\xEF\xB9\xA3",
                                         "\xEF\xBC\x8D"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; ++i) {
        for (const char* at = strstr(text, dashes[i]); at; at = strstr(at + 1, dashes[i])) {
            if (tare_is_digit(at[strlen(dashes[i])]) &&
                (at == text || strchr(" (:;,|=@\t]", at[-1])))
                return true;
        }
    }
    return false;
}

size_t tare_setting_piece_length(const char* text, size_t length)
{
    size_t first = strspn(text, " ");
    first += first < length ? arrow_length(text + first, length - first) : 0; /* a bullet */
    for (size_t at = first; at < length; ++at) {
        const char c = text[at];
        if (c != '.' && c != '!' && c != '?' && c != '-' && c != '=' && c != '\xE2')
            continue;
        const size_t next = end_of_sentence(text, at, length);
        if (next)
            return next < length ? next : length;
    }
    return length;
}

bool tare_setting_ends_in_arrow(const char* text, size_t length)
{
    return length > 3 &&
           (arrow_length(text + length - 3, 3) == 3 || arrow_length(text + length - 2, 2));
}

bool tare_setting_is_name(const char* text, size_t length)
{
    size_t first = 0;
    while (first < length && text[first] == ' ')
        ++first;
    while (length > first && text[length - 1] == ' ')
        --length;
    return length > first && text[length - 1] == ':' && !memchr(text + first, ' ', length - first);
}
