#include "review/table_heads.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/setting_words.h"
#include "review/word_patterns.h"

#include <string.h>

typedef TareTableCell Cell;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

TareSpan tare_table_head_unit(const Cell* head)
{
    const char* const end = head->text + head->length;
    const char* open = head->text;
    while (open < end && *open != '(' && *open != '[')
        ++open;
    const char* const close =
        open < end ? memchr(open, *open == '(' ? ')' : ']', (size_t)(end - open)) : NULL;
    return close ? (TareSpan){open + 1, close} : (TareSpan){end, end};
}

bool tare_table_cell_has_letter(const Cell* cell)
{
    for (size_t i = 0; i < cell->length; ++i)
        if (tare_is_letter(cell->text[i]) && (unsigned char)cell->text[i] < 0x80)
            return true;
    return false;
}

unsigned tare_table_head_roles(const Cell* head)
{
    unsigned roles = 0;
    for (size_t i = 0; i < head->length && !strchr("([", head->text[i]);) {
        size_t end = i;
        while (end < head->length && tare_is_letter(head->text[end]))
            ++end;
        roles |= tare_setting_word(head->text + i, end - i);
        i = end > i ? end : i + 1;
    }
    return roles;
}

/** Whether a head says that the sign of a gain is that of a filter, "Gain", "EQ", "Cut/boost". */
bool tare_table_head_is_of_filter(const Cell* head)
{
    static const char* const own[] = {"final", "me", "mine", "new", "now"};
    for (size_t i = 0; i < sizeof own / sizeof *own; ++i)
        if (tare_word_is(head->text, head->length, own[i]))
            return true;
    static const char* const deeds[] = {"needs", "wants", "what i do"};
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; ++i)
        if (tare_ascii_begins(head->text, head->length, deeds[i]))
            return true;
    return tare_table_head_roles(head) &
           (TARE_SETTING_PROVES | TARE_SETTING_LABELS | TARE_SETTING_UP | TARE_SETTING_DOWN);
}

bool tare_table_head_is_of_fault(const Cell* head)
{
    static const char* const against[] = {"against", "from", "over", "rel",   "relative",
                                          "re",      "to",   "vs",   "versus"};
    bool is_against = false;
    for (size_t i = 0; i < head->length;) {
        size_t end = i;
        while (end < head->length && tare_is_letter(head->text[end]))
            ++end;
        for (size_t k = 0; k < sizeof against / sizeof *against; ++k)
            is_against = is_against || tare_word_is(head->text + i, end - i, against[k]);
        i = end > i ? end : i + 1;
    }
    const unsigned roles = tare_table_head_roles(head);
    return (roles & (TARE_SETTING_DEVIATES | TARE_SETTING_EXCESS | TARE_SETTING_LACK)) ||
           (is_against && (roles & TARE_SETTING_REFERS)) ||
           (head->length > 7 && tare_word_is(head->text, 7, "measure")) ||
           tare_word_is(head->text, head->length, "has");
}

size_t tare_table_head_length(const Cell* head)
{
    const TareSpan unit = tare_table_head_unit(head);
    size_t n = unit.end > unit.first ? (size_t)(unit.first - 1 - head->text) : head->length;
    while (n && is_blank(head->text[n - 1]))
        --n;
    return n;
}

/** Whether a unit, without blanks before it, is one of two in any case and nothing stands behind.
 */
static bool is_unit(TareSpan text, const char* unit, const char* other)
{
    const char* const wanted[] = {unit, other, unit[0] == 'h' ? "k" : other};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; ++i) {
        const size_t n = strlen(wanted[i]);
        size_t same = 0;
        while (same < n && text.first + same < text.end &&
               tare_ascii_lower(text.first[same]) == wanted[i][same])
            ++same;
        if (same == n && text.first + n == text.end)
            return true;
    }
    return false;
}

/** Whether a head without a unit says by its name what a cell is measured in. */
static bool names_unit(const Cell* head, const char* unit)
{
    const unsigned roles = tare_table_head_roles(head);
    if (tare_word_is(head->text, tare_table_head_length(head), unit))
        return true;
    return unit[0] == 'd' ? tare_table_head_is_of_filter(head) || tare_table_head_is_of_fault(head)
                          : (roles & TARE_SETTING_AT) && !(roles & TARE_SETTING_HALF_LINE);
}

/** Behind the words before a figure that say its direction or the kind of the filter: "cut 5 dB",
    "low shelf 60 Hz". */
static const char* skip_words(const Cell* cell)
{
    const unsigned kinds = TARE_SETTING_PEAK | TARE_SETTING_LOW | TARE_SETTING_HIGH |
                           TARE_SETTING_SHELF | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF;
    size_t at = 0;
    for (size_t end = 0; end < cell->length; end += end < cell->length && cell->text[end] == ' ') {
        const size_t first = end;
        while (end < cell->length && tare_is_letter(cell->text[end]) &&
               (unsigned char)cell->text[end] < 0x80)
            ++end;
        const unsigned roles = tare_setting_word(cell->text + first, end - first);
        if (!(roles & (kinds | TARE_SETTING_UP | TARE_SETTING_DOWN)))
            break;
        at = end;
    }
    return cell->text + at;
}

/** "3k3": of the unit and the digits behind it only the unit. */
static TareSpan without_tenths(TareSpan rest)
{
    const bool is_split = rest.end - rest.first == 2 && tare_ascii_lower(rest.first[0]) == 'k' &&
                          tare_is_digit(rest.first[1]);
    return is_split ? (TareSpan){rest.first, rest.first + 1} : rest;
}

/** "+3.0 Q1.3", "-4 dB, Q 2": without the Q behind a gain. */
static TareSpan without_q(TareSpan rest)
{
    for (const char* c = rest.first; c < rest.end; ++c) {
        const bool begins = c == rest.first || !tare_is_letter(c[-1]);
        if (!begins || tare_ascii_lower(*c) != 'q' || c + 1 == rest.end || tare_is_letter(c[1]))
            continue;
        while (c > rest.first && strchr(" ,;/(", c[-1]))
            --c;
        return (TareSpan){rest.first, c};
    }
    return rest;
}

/** "3 dB too loud", "4 dB high": without the words of a level behind a gain. */
static TareSpan without_level(TareSpan rest)
{
    static const char* const levels[] = {"above",  "below", "high",  "hot",  "less",
                                         "little", "loud",  "low",   "more", "much",
                                         "over",   "quiet", "short", "too",  "under"};
    const char* const unit_end = rest.first + (rest.end - rest.first > 2 ? 2 : 0);
    const char* at = unit_end;
    while (at < rest.end) {
        while (at < rest.end && *at == ' ')
            ++at;
        const char* stop = at;
        while (stop < rest.end && tare_is_letter(*stop))
            ++stop;
        bool is_level = false;
        for (size_t k = 0; k < sizeof levels / sizeof *levels && stop > at; ++k)
            is_level = is_level || tare_word_is(at, (size_t)(stop - at), levels[k]);
        if (!is_level)
            return rest;
        at = stop;
    }
    return (TareSpan){rest.first, unit_end};
}

bool tare_table_cell_is_figure(const Cell* head, const Cell* cell, const char* unit,
                               const char* other)
{
    TareSpan rest = {skip_words(cell), cell->text + cell->length};
    bool has_digit = false;
    /* a minus sign may be no ASCII, and then counts as a letter */
    while (rest.first < rest.end &&
           (!tare_is_letter(*rest.first) || (unsigned char)*rest.first >= 0x80)) {
        has_digit = has_digit || tare_is_digit(*rest.first);
        ++rest.first;
    }
    rest = without_level(without_q(without_tenths(rest)));
    if (rest.first == rest.end && head)
        rest = tare_table_head_unit(head);
    if (rest.first == rest.end && head && (names_unit(head, unit) || names_unit(head, other)))
        return has_digit;
    return has_digit && is_unit(rest, unit, other);
}

/** The next figure from a place in a cell on, which moves behind it. False at the end. */
static bool next_figure(const Cell* cell, size_t* at, TareQuantity* figure)
{
    for (; *at < cell->length; ++*at) {
        const char before = *at ? cell->text[*at - 1] : ' ';
        if (!(tare_is_digit(cell->text[*at]) || strchr("+-", cell->text[*at])) ||
            tare_is_digit(before) || before == '.' ||
            (tare_is_letter(before) && (unsigned char)before < 0x80) ||
            !tare_quantity_read_single(cell->text + *at, cell->length - *at, figure))
            continue;
        *at += figure->length;
        return true;
    }
    return false;
}

/** Whether a minus sign beyond ASCII stands before a place. */
static bool is_behind_minus(const Cell* cell, size_t at)
{
    return at > 2 && (unsigned char)cell->text[at - 1] >= 0x80 &&
           ((unsigned char)cell->text[at - 3] == 0xE2);
}

bool tare_table_cell_is_whole(const Cell* cell)
{
    TareQuantity figure;
    bool has_gain = false, has_freq = false;
    for (size_t at = 0; next_figure(cell, &at, &figure);) {
        const bool is_signed =
            figure.sign != TARE_SIGN_NONE || is_behind_minus(cell, at - figure.length);
        const bool is_bare = figure.kind == TARE_QUANTITY_NUMBER;
        has_gain = has_gain || figure.kind == TARE_QUANTITY_GAIN || (is_bare && is_signed);
        has_freq = has_freq || figure.kind == TARE_QUANTITY_FREQ ||
                   (is_bare && !is_signed && tare_quantity_is_place(figure.lo, figure.hi));
    }
    return has_gain && has_freq;
}

double tare_table_cell_place(const Cell* cell)
{
    TareQuantity figure;
    for (size_t at = 0; next_figure(cell, &at, &figure);)
        if (figure.kind == TARE_QUANTITY_FREQ && figure.sign == TARE_SIGN_NONE)
            return figure.lo;
    return 0.0;
}

/* Nobody sets, or finds, a larger gain. */
#define MAX_GAIN_DB 40.0

bool tare_table_cell_is_level(const Cell* cell)
{
    TareQuantity figure;
    return tare_quantity_read_single(cell->text, cell->length, &figure) &&
           figure.kind == TARE_QUANTITY_GAIN && figure.lo > MAX_GAIN_DB &&
           figure.length == cell->length;
}
