#include "review/table_rows.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/text.h"
#include "review/outline.h"
#include "review/setting_words.h"
#include "review/words.h"

#include <stdlib.h>
#include <string.h>

typedef struct TareTableCell Cell;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void tare_table_rows_add(TareTableRows* table, const char* text, size_t length)
{
    while (length && is_blank(text[length - 1]))
        --length;
    while (length && is_blank(*text)) {
        ++text;
        --length;
    }
    Cell* const cells = tare_list_grow(table->cells, table->n_cells, sizeof *cells);
    if (cells)
        table->cells = cells;
    const char* const copy = cells ? tare_pool_copy(&table->copies, text, length) : NULL;
    if (copy)
        table->cells[table->n_cells++] = (Cell){copy, length, table->n_rows};
    else
        table->failed = true;
}

void tare_table_rows_end_row(TareTableRows* table)
{
    ++table->n_rows;
}

/** The unit that the head of a column names in brackets: "Gain (dB)"; its length is 0 for none. */
static TareSpan unit_of(const Cell* head)
{
    const char* const end = head->text + head->length;
    const char* const open = head->length ? memchr(head->text, '(', head->length) : NULL;
    const char* const close = open ? memchr(open, ')', (size_t)(end - open)) : NULL;
    return close ? (TareSpan){open + 1, close} : (TareSpan){end, end};
}

static bool has_letter(const Cell* cell)
{
    for (size_t i = 0; i < cell->length; ++i)
        if (tare_is_letter(cell->text[i]) && (unsigned char)cell->text[i] < 0x80)
            return true;
    return false;
}

/** What the words of a head without its unit do in settings, all together. */
static unsigned roles_of(const Cell* head)
{
    unsigned roles = 0;
    for (size_t i = 0; i < head->length && head->text[i] != '(';) {
        size_t end = i;
        while (end < head->length && tare_is_letter(head->text[end]))
            ++end;
        roles |= tare_setting_word(head->text + i, end - i);
        i = end > i ? end : i + 1;
    }
    return roles;
}

/** Whether a head says that the sign of a gain is that of a filter, "Gain", "EQ", "Cut/boost". */
static bool is_of_filter(const Cell* head)
{
    return roles_of(head) &
           (TARE_SETTING_PROVES | TARE_SETTING_LABELS | TARE_SETTING_UP | TARE_SETTING_DOWN);
}

/** Whether a head says that it is that of a fault: "Deviation", "vs. target". */
static bool is_of_fault(const Cell* head)
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
    const unsigned roles = roles_of(head);
    return (roles & TARE_SETTING_DEVIATES) || (is_against && (roles & TARE_SETTING_REFERS)) ||
           (head->length > 7 && tare_word_is(head->text, 7, "measure"));
}

/** The length of a head without the unit in brackets. */
static size_t name_length(const Cell* head)
{
    const TareSpan unit = unit_of(head);
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
    const unsigned roles = roles_of(head);
    if (tare_word_is(head->text, name_length(head), unit))
        return true;
    return unit[0] == 'd' ? is_of_filter(head) || is_of_fault(head)
                          : (roles & TARE_SETTING_AT) && !(roles & TARE_SETTING_HALF_LINE);
}

/** Behind the word before a figure that says its direction: "cut 5 dB". */
static const char* skip_direction(const Cell* cell)
{
    size_t end = 0;
    while (end < cell->length && tare_is_letter(cell->text[end]) &&
           (unsigned char)cell->text[end] < 0x80)
        ++end;
    const bool is_one = tare_setting_word(cell->text, end) & (TARE_SETTING_UP | TARE_SETTING_DOWN);
    return cell->text + (is_one ? end : 0);
}

/** Whether a cell holds a figure in one of two units, its own or that of its head, and no more. */
static bool is_figure(const Cell* head, const Cell* cell, const char* unit, const char* other)
{
    TareSpan rest = {skip_direction(cell), cell->text + cell->length};
    bool has_digit = false;
    /* a minus sign may be no ASCII, and then counts as a letter */
    while (rest.first < rest.end &&
           (!tare_is_letter(*rest.first) || (unsigned char)*rest.first >= 0x80)) {
        has_digit = has_digit || tare_is_digit(*rest.first);
        ++rest.first;
    }
    if (rest.first == rest.end && head)
        rest = unit_of(head);
    if (rest.first == rest.end && head && (names_unit(head, unit) || names_unit(head, other)))
        return has_digit;
    return has_digit && is_unit(rest, unit, other);
}

/** The words before a gain that say what its sign is worth; the name of a column that says both
    "cut" and "boost" would say a direction. */
static void append_name(TareText* text, const Cell* head)
{
    if (is_of_fault(head))
        tare_text_append(text, "Deviation", 9);
    else if (roles_of(head) & (TARE_SETTING_UP | TARE_SETTING_DOWN))
        tare_text_append(text, "EQ", 2);
    else
        tare_text_append(text, head->text, name_length(head));
    tare_text_append(text, " ", 1);
}

static TareSpan unit_of_column(const Cell* head)
{
    return head ? unit_of(head) : (TareSpan){NULL, NULL};
}

/** What tells a cell: a mere number the head of its column, "Q 0.7", unless that names a unit; a
    gain always, or else the head of a column of faults, if there is one: "Issue". NULL: nothing. */
static const Cell* name_of(const Cell* head, const Cell* cell, const Cell* fault)
{
    const TareSpan unit = unit_of_column(head);
    if (!head)
        return NULL;
    if (head->length && !has_letter(cell) && unit.end == unit.first)
        return head;
    if (!is_figure(head, cell, "db", "db"))
        return NULL;
    return is_of_filter(head) || is_of_fault(head) ? head : fault;
}

/** Whether a column says which filters are used. */
static bool is_switch(const Cell* head)
{
    return tare_word_is(head->text, head->length, "enabled") ||
           tare_word_is(head->text, head->length, "active") ||
           tare_word_is(head->text, head->length, "on");
}

static bool is_off(const Cell* cell)
{
    static const char* const words[] = {"no", "off", "false"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(cell->text, cell->length, words[i]))
            return true;
    return cell->length == 1 && cell->text[0] == '0';
}

static void append_cell(TareText* text, const Cell* head, const Cell* cell, const Cell* fault)
{
    if (!cell->length)
        return;
    if (text->length)
        tare_text_append(text, ", ", 2);
    if (head && is_switch(head)) {
        tare_text_append(text, is_off(cell) ? "OFF" : "ON", is_off(cell) ? 3 : 2);
        return;
    }
    const TareSpan unit = unit_of_column(head);
    const Cell* const name = name_of(head, cell, fault);
    if (name)
        append_name(text, name);
    tare_text_append(text, cell->text, cell->length);
    if (unit.end > unit.first && head->length && !has_letter(cell)) {
        tare_text_append(text, " ", 1);
        tare_text_append(text, unit.first, (size_t)(unit.end - unit.first));
    }
}

static const Cell* head_of(const TareTableRows* table, size_t column)
{
    return table->has_heads && table->cells[column].row == table->cells[0].row
               ? &table->cells[column]
               : NULL;
}

/** The words of a row, whose cells are from `first` to before `end`. */
static void append_row(TareText* text, const TareTableRows* table, size_t first, size_t end)
{
    bool has_filter = false;
    const Cell* fault = NULL;
    for (size_t i = first; i < end; ++i) {
        const Cell* const head = head_of(table, i - first);
        has_filter = has_filter || (head && is_of_filter(head));
        fault = head && is_of_fault(head) ? head : fault;
    }
    for (size_t i = first; i < end; ++i) {
        const Cell* const head = head_of(table, i - first);
        if (!has_filter || !head || !is_of_fault(head)) /* the remedy wins */
            append_cell(text, head, &table->cells[i], has_filter ? NULL : fault);
    }
}

/** Whether a cell behind the name of a filter holds a whole one: "EQ", "-3 dB at 5 kHz". */
static bool is_whole(const Cell* name, const Cell* cell)
{
    bool has_gain = false, has_freq = false;
    for (size_t i = 0; i + 1 < cell->length; ++i) {
        const char c = tare_ascii_lower(cell->text[i]), next = tare_ascii_lower(cell->text[i + 1]);
        has_gain = has_gain || (c == 'd' && next == 'b');
        has_freq = has_freq || (c == 'h' && next == 'z') || (tare_is_digit(c) && next == 'k');
    }
    return has_gain && has_freq && (roles_of(name) & TARE_SETTING_PROVES);
}

/** Whether a row has a cell with a frequency and one with a gain. */
static bool is_setting(const TareTableRows* table, size_t first, size_t end)
{
    bool has_freq = false, has_gain = false;
    for (size_t i = first; i < end; ++i) {
        const Cell* const head = head_of(table, i - first);
        has_freq = has_freq || is_figure(head, &table->cells[i], "hz", "khz");
        has_gain = has_gain || is_figure(head, &table->cells[i], "db", "db");
    }
    return (has_freq && has_gain) ||
           (end == first + 2 && is_whole(&table->cells[first], &table->cells[first + 1]));
}

/** Where the cells of a row begin; n_cells when there is no such row. */
static size_t row_start(const TareTableRows* table, size_t row)
{
    size_t i = 0;
    while (i < table->n_cells && table->cells[i].row != row)
        ++i;
    return i;
}

/** Whether most cells of a row are figures in one of two units, or are called so by the first. */
static bool is_row_of(const TareTableRows* table, size_t first, size_t end, const char* unit,
                      const char* other)
{
    const Cell* const head = &table->cells[first];
    size_t n = 0;
    for (size_t i = first; i < end; ++i)
        n += is_figure(i > first ? head : NULL, &table->cells[i], unit, other);
    return n > 1 && n + 1 >= end - first;
}

/** Turns a table whose columns are filters, a row of places above one of gains: then its columns
    are told as rows. False when it is none. */
static bool turn(TareTableRows* table)
{
    const size_t second = row_start(table, table->cells[0].row + 1 + table->has_heads);
    size_t width = 0;
    while (width < table->n_cells && table->cells[width].row == table->cells[0].row)
        ++width;
    if (second + width > table->n_cells || second < width ||
        !is_row_of(table, 0, width, "hz", "khz") ||
        !is_row_of(table, second, second + width, "db", "db"))
        return false;
    const size_t height = table->n_cells / width;
    Cell* const turned = malloc(table->n_cells * sizeof *turned);
    if (!turned || height * width != table->n_cells) {
        table->failed = table->failed || !turned;
        free(turned);
        return false;
    }
    for (size_t i = 0; i < table->n_cells; ++i) {
        turned[i] = table->cells[i % height * width + i / height];
        turned[i].row = i / height;
    }
    free(table->cells);
    table->cells = turned;
    table->has_heads = !is_setting(table, 0, height);
    return true;
}

/** Where the row ends that begins at a cell. */
static size_t row_end(const TareTableRows* table, size_t first)
{
    size_t end = first;
    while (end < table->n_cells && table->cells[end].row == table->cells[first].row)
        ++end;
    return end;
}

/** A first row that is a filter itself is no head. */
static void note_heads(TareTableRows* table)
{
    const size_t end = table->n_cells ? row_end(table, 0) : 0;
    if (!table->has_heads)
        return;
    table->has_heads = false;
    table->has_heads = !is_setting(table, 0, end);
}

static bool is_head(const TareTableRows* table, size_t cell)
{
    return table->has_heads && table->cells[cell].row == table->cells[0].row;
}

bool tare_table_rows_have_settings(const TareTableRows* table)
{
    for (size_t first = 0, end = 0; first < table->n_cells; first = end) {
        end = row_end(table, first);
        if (!is_head(table, first) && is_setting(table, first, end))
            return true;
    }
    return false;
}

void tare_table_rows_clear(TareTableRows* table)
{
    free(table->cells);
    tare_pool_clear(&table->copies);
    *table = (TareTableRows){0};
}

void tare_table_rows_tell(TareTableRows* table, TareOutline* outline, unsigned line,
                          unsigned lines_per_row)
{
    bool is_read = false;
    outline->kind = TARE_BLOCK_ITEM;
    const bool is_turned = table->n_cells && turn(table);
    if (is_turned)
        lines_per_row = 0;
    else
        note_heads(table);
    for (size_t first = 0, end = 0; first < table->n_cells; first = end) {
        const size_t row = table->cells[first].row;
        end = row_end(table, first);
        if (is_head(table, first) || !is_setting(table, first, end))
            continue;
        TareText text = {0};
        append_row(&text, table, first, end);
        tare_outline_paragraph(outline, &text, line + (unsigned)row * lines_per_row);
        is_read = true;
    }
    if (!is_read && table->n_cells)
        tare_outline_unread(outline, table->cells[0].text, table->cells[0].length, line,
                            "a table without settings");
    outline->failed = outline->failed || table->failed;
    tare_table_rows_clear(table);
}
