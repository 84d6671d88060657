#include "review/setting_text.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/word_patterns.h"
#include "review/words.h"

#include <string.h>

/** The end of "1. " or "2) " at a place, without its blank; the place itself when none is there. */
static size_t number_end(const char* text, size_t length, size_t at)
{
    size_t end = at;
    while (end < length && tare_is_digit(text[end]))
        ++end;
    const bool is_number = end > at && end < at + 3 && end + 1 < length &&
                           strchr(end < at + 2 ? ".):" : ".)", text[end]) && text[end + 1] == ' ';
    return is_number ? end + 1 : at;
}

/** The length of digits at a place. */
static size_t count_digits(const char* text, size_t length, size_t at)
{
    size_t n = 0;
    while (at + n < length && tare_is_digit(text[at + n]))
        ++n;
    return n;
}

/** Whether so many digits in three parts, the last of which may be missing, are a date. */
static bool are_date(const size_t n[3])
{
    const bool is_year_first = n[0] == 4 && n[1] == 2 && (n[2] == 2 || !n[2]);
    return is_year_first || (n[0] <= 2 && n[1] <= 2 && (n[2] == 4 || n[2] == 2));
}

size_t tare_setting_date_length(const char* text, size_t length)
{
    size_t n[3] = {count_digits(text, length, 0)}, end = n[0];
    const char separator = end < length ? text[end] : '\0';
    if (n[0] == 0 || !separator || !strchr("-./", separator))
        return 0;
    for (size_t i = 1; i < 3 && end < length && text[end] == separator; ++i) {
        n[i] = count_digits(text, length, end + 1);
        end += n[i] ? 1 + n[i] : 0;
    }
    return are_date(n) && (end == length || strchr(" :;,|)", text[end])) ? end : 0;
}

size_t tare_setting_bullet_end(const char* text, size_t length)
{
    size_t at = 0;
    while (at < length && (text[at] == ' ' || (unsigned char)text[at] >= 0x80))
        ++at;
    const size_t n_date = tare_setting_date_length(text + at, length - at);
    if (n_date)
        return at + n_date;
    const bool is_bullet = at + 1 < length && strchr("-;+>", text[at]) && text[at + 1] == ' ';
    const bool is_arrow = /* "-> another 2 off 220" */
        at + 2 < length && strchr("-=", text[at]) && text[at + 1] == '>' && text[at + 2] == ' ';
    return is_bullet ? at + 1 : is_arrow ? at + 2 : number_end(text, length, at);
}

size_t tare_setting_word_end(const char* text, size_t length, size_t at)
{
    while (at < length && (tare_is_letter(text[at]) ||
                           (text[at] == '-' && at + 1 < length && tare_is_letter(text[at + 1]))))
        ++at;
    return at;
}

bool tare_setting_begins_number(const char* text, size_t length, size_t at)
{
    if (tare_is_digit(text[at]))
        return true;
    if (text[at] == '.') /* ".8", but not the last one of "25 Hz ...8" */
        return at + 1 < length && tare_is_digit(text[at + 1]) && (at == 0 || text[at - 1] != '.');
    if (text[at] != '+' && text[at] != '-')
        return false;
    size_t next = at + 1;
    while (next < length && next < at + 4 && strchr("+-/ ", text[next]))
        ++next;
    return next < length && tare_is_digit(text[next]);
}

/** Whether a word is a unit. */
static bool is_unit_word(const char* text, size_t length)
{
    static const char* const units[] = {"hz", "khz", "k", "db"};
    const size_t n = tare_setting_word_end(text, length, 0);
    for (size_t i = 0; i < sizeof units / sizeof *units; ++i)
        if (tare_word_is(text, n, units[i]))
            return true;
    return false;
}

bool tare_setting_begins_unit(const char* text, size_t length)
{
    const size_t at = length && text[0] == ' ';
    return is_unit_word(text + at, length - at);
}

/** Whether the figure that ends before a place is the number of a device: "Qudelix 5K". */
static bool is_model(const char* text, size_t first, size_t place)
{
    size_t end = place;
    while (end > first && (tare_is_digit(text[end - 1]) || strchr(" -", text[end - 1])))
        --end;
    size_t start = end;
    while (start > first && tare_is_letter(text[start - 1]))
        --start;
    return tare_word_names_software(text + start, end - start);
}

/** "Desk insert = HF shelf 8k, down 3": where an equals sign between blanks stands behind words,
    the last of which names no value; `length` for none. */
static size_t find_equals(const char* text, size_t length, size_t first)
{
    static const char* const values[] = {"amount", "band", "db",    "filter", "freq*",
                                         "gain",   "kind", "level", "type",   "width"};
    enum { MIN_WORD = 4 };
    const char* const mark = memchr(text + first, '=', length - first);
    const size_t at = mark ? (size_t)(mark - text) : length;
    if (at <= first + 1 || at + 1 >= length || text[at - 1] != ' ' || text[at + 1] != ' ')
        return length;
    size_t word = at - 1;
    while (word > first && tare_is_letter(text[word - 1]))
        --word;
    bool is_name = at - 1 - word >= MIN_WORD;
    for (size_t i = 0; i < sizeof values / sizeof *values; ++i)
        is_name = is_name && !tare_word_is(text + word, at - 1 - word, values[i]);
    for (size_t i = first; i < word; ++i)
        is_name = is_name && !tare_is_digit(text[i]);
    return is_name ? at : length;
}

/** Where the colon of a label stands, or the blank before filters in brackets: "mine [60 Hz / +3]";
    `length` for none. */
static size_t find_label_mark(const char* text, size_t length, size_t first)
{
    const char* const colon = memchr(text + first, ':', length - first);
    const size_t equals = colon ? length : find_equals(text, length, first);
    if (equals < length)
        return equals;
    const char* const bracket = colon ? NULL : memchr(text + first, '[', length - first);
    if (colon)
        return (size_t)(colon - text);
    return bracket && bracket > text + first && bracket[-1] == ' ' ? (size_t)(bracket - text) - 1
                                                                   : length;
}

/** "Dips at 80: 3 dB": the number before a colon is no part of a name. */
static bool ends_with_place(const char* text, size_t first, size_t at)
{
    size_t end = at;
    while (end > first && tare_is_digit(text[end - 1]))
        --end;
    const size_t n_digits = at - end;
    while (end > first && text[end - 1] == ' ')
        --end;
    return n_digits > 1 && end > first + 1 &&
           ((text[end - 1] == 't' && text[end - 2] == 'a') || text[end - 1] == '@');
}

/** Whether a number in Hz comes behind a colon: then a number before it is a name. */
static bool is_before_place(const char* text, size_t length, size_t at)
{
    TareQuantity place;
    while (at < length && text[at] == ' ')
        ++at;
    const size_t end = at + strcspn(text + at, ",;|");
    const char* const mark = memchr(text + at, '@', length - at);
    if (mark && mark < text + end && strchr("+-", text[at])) /* "7506: -3@3.4k" */
        return true;
    return tare_quantity_read_single(text + at, length - at, &place) &&
           place.kind == TARE_QUANTITY_FREQ && place.sign == TARE_SIGN_NONE;
}

/** Whether a letter stands behind a digit, maybe with a blank between. */
static bool is_behind_digit(const char* text, size_t first, size_t i)
{
    return tare_is_letter(text[i]) && i > first &&
           (tare_is_digit(text[i - 1]) ||
            (text[i - 1] == ' ' && i > first + 1 && tare_is_digit(text[i - 2])));
}

size_t tare_setting_label_end(const char* text, size_t length, size_t first)
{
    const size_t at = find_label_mark(text, length, first);
    if (at + 1 >= length || (text[at + 1] != ' ' && text[at] != ' ') ||
        ends_with_place(text, first, at))
        return 0;
    bool has_letter = is_before_place(text, length, at + 1); /* "7506: 9.5k -5" */
    for (size_t i = first; i < at; ++i) {
        has_letter = has_letter || tare_is_letter(text[i]);
        if (is_behind_digit(text, first, i) && is_unit_word(text + i, at - i) &&
            !is_model(text, first, i))
            return 0;
    }
    return has_letter ? at + 1 : 0;
}

bool tare_setting_ends_cell(const char* text, size_t length, size_t end)
{
    while (end < length && text[end] == ' ')
        ++end;
    return end < length && text[0] == '|' && text[end] == '|';
}

size_t tare_setting_remark_length(const char* text, size_t length)
{
    size_t n = 1;
    if (length == 0 || text[0] != '(')
        return 0;
    while (n < length && text[n] != ')' && !tare_is_digit(text[n]))
        ++n;
    return n < length && text[n] == ')' ? n + 1 : 0;
}
