#include "review/normalise.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "review/setting_words.h"

#include <stdlib.h>
#include <string.h>

enum { EM_DASH = 0x1f }; /* stands for it until both neighbours are known */

/** Characters with the same meaning for us, in the order of their numbers. No replacement is longer
    than the UTF-8 that it replaces. */
typedef struct {
    uint32_t first, last;
    const char* replacement;
} Folding;

static const Folding foldings[] = {
    {'\t', '\r', " "},     {'*', '*', ""},           {'_', '_', " "},       {'`', '`', "'"},
    {0xa0, 0xa0, " "},     {0xad, 0xad, ""},                               /* soft hyphen */
    {0xb1, 0xb1, "+-"},    {0x2000, 0x200a, " "},    {0x200b, 0x200f, ""}, /* blanks without width,
                                                                              marks of direction */
    {0x2010, 0x2013, "-"}, {0x2014, 0x2015, "\x1f"}, {0x2018, 0x2019, "'"}, {0x201c, 0x201d, "\""},
    {0x2026, 0x2026, " "}, {0x202a, 0x202e, ""},     {0x202f, 0x202f, " "}, {0x2043, 0x2043, "-"},
    {0x205f, 0x2060, " "}, {0x207a, 0x207a, "+"},    {0x207b, 0x207b, "-"}, {0x2191, 0x2191, "+"},
    {0x2192, 0x2193, "-"}, {0x2212, 0x2212, "-"},    {0x223c, 0x223c, "~"}, {0x2243, 0x2248, "~"},
    {0x2264, 0x2264, "<"}, {0x2265, 0x2265, ">"},    {0x2266, 0x2266, "<"}, {0x2267, 0x2267, ">"},
    {0x2580, 0x25ff, " "}, /* bars and bullets */
    {0x2795, 0x2795, "+"}, {0x2796, 0x2796, "-"},    {0x2a7d, 0x2a7d, "<"}, {0x2a7e, 0x2a7e, ">"},
    {0x3000, 0x3000, " "}, {0x3001, 0x3001, ","},    {0x3002, 0x3002, "."}, {0x3010, 0x3010, "["},
    {0x3011, 0x3011, "]"}, {0x301c, 0x301c, "~"},    {0x30fb, 0x30fb, " "}, {0x3391, 0x3391, "kHz"},
    {0xfe62, 0xfe62, "+"}, {0xfe63, 0xfe63, "-"},    {0xfeff, 0xfeff, ""},
};

/** NULL when the character stays as it is. */
static const char* folded(uint32_t character, char* single)
{
    if (character >= 0xff01 && character <= 0xff5e) { /* full-width forms of ASCII */
        *single = (char)(character - 0xfee0);
        return single;
    }
    const size_t n_foldings = sizeof foldings / sizeof *foldings;
    for (size_t i = 0; i < n_foldings && character >= foldings[i].first; ++i) {
        if (character <= foldings[i].last)
            return foldings[i].replacement;
    }
    return NULL;
}

static void put(TareNormalised* out, char c, size_t origin)
{
    out->text[out->length] = c;
    out->origin[out->length] = (uint32_t)origin;
    ++out->length;
}

static void fold_characters(TareNormalised* out, const char* text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t character = 0;
        size_t n = tare_utf8_decode(text + at, length - at, &character);
        if (n == 0) /* the caller has refused such text; a byte is a byte */
            n = 1;
        char single[2] = {0};
        const char* const replacement = folded(character, single);
        if (replacement) {
            for (const char* c = replacement; *c; ++c)
                put(out, *c, at);
        } else {
            for (size_t i = 0; i < n; ++i)
                put(out, text[at + i], at + i);
        }
        at += n;
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\0';
}

/** The character before or after a place, NUL outside the text. */
static char at(const TareNormalised* text, size_t place)
{
    return place < text->length ? text->text[place] : '\0';
}

/** How many digits stand from a place on. */
static size_t count_digits(const TareNormalised* text, size_t place)
{
    size_t n = 0;
    while (tare_is_digit(at(text, place + n)))
        ++n;
    return n;
}

/** Whether "kHz" or "k" stands at a place, maybe behind a blank. */
static bool is_kilo(const TareNormalised* text, size_t place)
{
    const char unit = at(text, place + (at(text, place) == ' '));
    return unit == 'k' || unit == 'K';
}

/** Whether the comma at a place groups the digits of one number. */
static bool is_thousands_comma(const TareNormalised* text, size_t place)
{
    return place > 0 && tare_is_digit(at(text, place - 1)) && count_digits(text, place + 1) == 3 &&
           !is_kilo(text, place + 4);
}

/** Whether the comma at a place is a decimal one: "4,5 dB", "3,125 kHz"; but not those of "3,6,9
    kHz", which is a list, nor of a reference mark "[1,2]". */
static bool is_decimal_comma(const TareNormalised* text, size_t place)
{
    size_t first = place;
    while (first > 0 && tare_is_digit(at(text, first - 1)))
        --first;
    const size_t n_digits = count_digits(text, place + 1), end = place + 1 + n_digits;
    const char before = first > 0 ? at(text, first - 1) : ' ';
    const bool is_in_list = before == ',' || before == '.' || before == '[' ||
                            at(text, end) == ']' ||
                            (at(text, end) == ',' && tare_is_digit(at(text, end + 1)));
    return first < place && !is_in_list && (n_digits == 1 || n_digits == 2 || is_kilo(text, end)) &&
           n_digits > 0;
}

/** Whether the number that ends before a place counts the filters: "#2 250 Hz", "Band 2 250 Hz". */
static bool is_index(const TareNormalised* text, size_t end)
{
    while (end > 0 && tare_is_digit(at(text, end - 1)))
        --end;
    if (end > 0 && at(text, end - 1) == '#')
        return true;
    const size_t stop = end > 0 && at(text, end - 1) == ' ' ? end - 1 : end;
    size_t first = stop;
    while (first > 0 && tare_is_letter(at(text, first - 1)))
        --first;
    return tare_setting_word(text->text + first, stop - first) & TARE_SETTING_INDEX;
}

/** Whether the blank at a place groups the digits of one frequency: "1 200 Hz". */
static bool is_thousands_blank(const TareNormalised* text, size_t place)
{
    if (place == 0 || !tare_is_digit(at(text, place - 1)) ||
        (place > 2 && tare_is_digit(at(text, place - 3))))
        return false;
    for (size_t i = 1; i <= 3; ++i) {
        if (!tare_is_digit(at(text, place + i)))
            return false;
    }
    const size_t unit = place + 4 + (at(text, place + 4) == ' ');
    return at(text, unit) == 'H' && at(text, unit + 1) == 'z' && !is_index(text, place);
}

/** The place behind the gain that begins at a place, "6.5 dB"; the same place when none does. */
static size_t skip_gain(const TareNormalised* text, size_t place)
{
    size_t end = place;
    while (tare_is_digit(at(text, end)) || at(text, end) == '.' || at(text, end) == ' ')
        ++end;
    const bool is_gain = (at(text, end) == 'd' || at(text, end) == 'D') &&
                         (at(text, end + 1) == 'B' || at(text, end + 1) == 'b');
    return is_gain ? end + 2 : place;
}

/** Whether the dash at a place parts a frequency from the gain behind it, and is no minus: "a peak
    at 5 kHz - 6 dB above target". */
static bool is_before_comparison(const TareNormalised* text, size_t place, size_t gain)
{
    static const char* const comparisons[] = {" above", " over", " below", " under"};
    const size_t end = skip_gain(text, gain);
    bool is_one = end > gain && text->text[place] == EM_DASH;
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; ++i) {
        const size_t n = strlen(comparisons[i]);
        is_one = is_one || (end > gain && end + n <= text->length &&
                            memcmp(text->text + end, comparisons[i], n) == 0);
    }
    return is_one;
}

/** Whether the nearest character that is no blank is a digit, or a unit's last letter before. */
static bool joins_numbers(const TareNormalised* text, size_t place)
{
    size_t before = place, after = place + 1;
    while (before > 0 && at(text, before - 1) == ' ')
        --before;
    while (at(text, after) == ' ')
        ++after;
    const char left = before > 0 ? at(text, before - 1) : '\0';
    return (tare_is_digit(left) || left == 'B' ||
            (left == 'z' && !is_before_comparison(text, place, after))) &&
           tare_is_digit(at(text, after));
}

/** What a comma means: nothing within a number, a decimal point, or a comma. */
static char comma_in_context(const TareNormalised* text, size_t place)
{
    if (is_thousands_comma(text, place))
        return '\0';
    return is_decimal_comma(text, place) ? '.' : ',';
}

/** What the character at a place means, seen with its neighbours; NUL when it goes away. */
static char in_context(const TareNormalised* text, size_t place)
{
    const char c = text->text[place];
    if (c == ',')
        return comma_in_context(text, place);
    const bool stands_free = place > 0 && is_blank(at(text, place - 1)) && //
                             is_blank(at(text, place + 1));
    if (c == ' ' && is_thousands_blank(text, place))
        return '\0';
    if (c == EM_DASH || (c == '-' && stands_free))
        return joins_numbers(text, place) ? '-' : ';';
    if (c == '~' && place > 0 && !is_blank(at(text, place - 1)) && joins_numbers(text, place))
        return '-';
    return c;
}

bool tare_normalise(TareNormalised* normalised, const char* text, size_t length)
{
    TareNormalised all = {malloc(length + 1), malloc((length + 1) * sizeof(uint32_t)), 0};
    TareNormalised result = {malloc(length + 1), malloc((length + 1) * sizeof(uint32_t)), 0};
    const bool is_good = all.text && all.origin && result.text && result.origin;
    if (is_good) {
        fold_characters(&all, text, length);
        for (size_t i = 0; i < all.length; ++i) {
            const char c = in_context(&all, i);
            if (c)
                put(&result, c, all.origin[i]);
        }
        result.text[result.length] = '\0';
        result.origin[result.length] = (uint32_t)length;
        *normalised = result;
    } else {
        tare_normalised_clear(&result);
    }
    tare_normalised_clear(&all);
    return is_good;
}

/* A line that is shorter was not broken because it was full. */
enum { MIN_FULL = 45 };

/** Whether each line but the last is full, as those of prose that was broken to some width. */
static bool is_broken_to_width(const char* text, size_t length)
{
    size_t first = 0;
    for (size_t i = 0; i < length; ++i) {
        if (text[i] != '\n')
            continue;
        if (i - first < MIN_FULL)
            return false;
        first = i + 1;
    }
    return true;
}

/** Whether a line begins with what may begin a sentence. */
static bool may_begin(const char* text, size_t length, size_t at)
{
    while (at < length && strchr(" \t", text[at]))
        ++at;
    return at < length && !(text[at] >= 'a' && text[at] <= 'z') &&
           !strchr("\n([&/,;:.)]", text[at]);
}

void tare_normalised_mark_ends(TareNormalised* text, const char* source, size_t length)
{
    if (!memchr(source, '\n', length) || is_broken_to_width(source, length))
        return;
    for (size_t i = 0; i < text->length; ++i) {
        const size_t at = text->origin[i];
        if (text->text[i] == ' ' && source[at] == '\n' && may_begin(source, length, at + 1))
            text->text[i] = '\n';
    }
}

void tare_normalised_clear(TareNormalised* normalised)
{
    free(normalised->text);
    free(normalised->origin);
    *normalised = (TareNormalised){0};
}
