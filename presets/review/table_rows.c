#include "review/table_rows.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/text.h"
#include "review/heads.h"
#include "review/meaning.h"
#include "review/outline.h"
#include "review/setting_words.h"
#include "review/table_heads.h"
#include "review/table_products.h"
#include "review/table_turn.h"
#include "review/word_patterns.h"

#include <stdlib.h>
#include <string.h>

typedef TareTableCell Cell;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** Whether a cell is a number whose thousands a blank sets apart: "1 250". */
static bool has_thousands(const char* text, size_t length)
{
    const size_t blank = length > 4 ? length - 4 : 0;
    if (blank < 1 || blank > 2 || text[blank] != ' ')
        return false;
    for (size_t i = 0; i < length; ++i)
        if (i != blank && !tare_is_digit(text[i]))
            return false;
    return true;
}

/** Keeps a cell without the blanks around it. */
static const char* keep(TareTableRows* table, const char* text, size_t* length)
{
    char number[8];
    if (!has_thousands(text, *length))
        return tare_pool_copy(&table->copies, text, *length);
    memcpy(number, text, *length - 4);
    memcpy(number + *length - 4, text + *length - 3, 3);
    --*length;
    return tare_pool_copy(&table->copies, number, *length);
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
    const char* const copy = cells ? keep(table, text, &length) : NULL;
    if (copy)
        table->cells[table->n_cells++] = (Cell){copy, length, table->n_rows};
    else
        table->failed = true;
}

void tare_table_rows_end_row(TareTableRows* table)
{
    ++table->n_rows;
}

/** The words before a gain that say what its sign is worth; the name of a column that says both
    "cut" and "boost" would say a direction. */
static void append_name(TareText* text, const Cell* head)
{
    if (tare_table_head_is_of_fault(head))
        tare_text_append(text, "Deviation", 9);
    else if ((tare_table_head_roles(head) & (TARE_SETTING_UP | TARE_SETTING_DOWN)) ||
             (!tare_table_head_roles(head) && tare_table_head_is_of_filter(head))) /* "me" */
        tare_text_append(text, "EQ", 2);
    else
        tare_text_append(text, head->text, tare_table_head_length(head));
    tare_text_append(text, " ", 1);
}

static TareSpan unit_of_column(const Cell* head)
{
    return head ? tare_table_head_unit(head) : (TareSpan){NULL, NULL};
}

/** What tells a cell: a mere number the head of its column, "Q 0.7", unless that names a unit; a
    gain always, or else the head of a column of faults, if there is one: "Issue". NULL: nothing. */
static const Cell* name_of(const Cell* head, const Cell* cell, const Cell* fault)
{
    const TareSpan unit = unit_of_column(head);
    if (!head)
        return NULL;
    if (head->length && !tare_table_cell_has_letter(cell) && unit.end == unit.first)
        return head;
    if (!tare_table_cell_is_figure(head, cell, "db", "db"))
        return NULL;
    return tare_table_head_is_of_filter(head) || tare_table_head_is_of_fault(head) ? head : fault;
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

/** Whether a cell is a mere number of a column whose name says nothing: "No.", "Rating". */
static bool is_unknown(const Cell* head, const Cell* cell)
{
    return !tare_table_head_roles(head) && !tare_table_head_is_of_filter(head) &&
           head->length > 1 && !tare_table_cell_has_letter(cell) &&
           tare_table_head_unit(head).first == tare_table_head_unit(head).end;
}

/** The place that the fault of a row names, which its remedy need not say again; 0 for none. */
static double place_of_fault(const Cell* head, const Cell* cell)
{
    const double place_hz = head ? tare_table_cell_place(cell) : 0.0;
    return place_hz > 0.0 && tare_table_head_is_of_fault(head) ? place_hz : 0.0;
}

static void append_cell(TareText* text, const Cell* head, const Cell* cell, const Cell* fault)
{
    if (!cell->length || (head && is_unknown(head, cell)) || tare_table_cell_is_level(cell))
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
    if (unit.end > unit.first && head->length && !tare_table_cell_has_letter(cell)) {
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

/** Whether a cell belongs to the filter of its row: no fault, nor a number of an unknown column. */
static bool is_told_by(const Cell* head, const Cell* cell)
{
    return !is_unknown(head, cell) && !tare_table_head_is_of_fault(head);
}

/** Whether a column holds what the settings were before: "default", "old". */
static bool is_of_past(const Cell* head)
{
    static const char* const words[] = {"before", "default", "factory", "old", "original", "was"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(head->text, head->length, words[i]))
            return true;
    return false;
}

/** Whether a gain is that of the other side again: "L (dB)", "R (dB)". */
static bool is_told_twice(const TareTableRows* table, size_t first, size_t index)
{
    const Cell *const head = head_of(table, index - first), *const cell = &table->cells[index];
    const bool is_right = head->length > 1 && tare_ascii_lower(head->text[0]) == 'r' &&
                          (head->text[1] == ' ' || tare_word_is(head->text, 5, "right"));
    const Cell* const before = index > first ? cell - 1 : NULL;
    return is_right && before && before->length == cell->length &&
           memcmp(before->text, cell->text, cell->length) == 0;
}

/** What the columns of a row are. */
typedef struct {
    const Cell* fault; ///< the head of the last column of faults; NULL for none
    bool has_filter, has_place;
} Columns;

static Columns columns_of(const TareTableRows* table, size_t first, size_t end)
{
    Columns columns = {0};
    for (size_t i = first; i < end; ++i) {
        const Cell* const head = head_of(table, i - first);
        columns.has_filter = columns.has_filter || (head && tare_table_head_is_of_filter(head));
        columns.has_place =
            columns.has_place || tare_table_cell_is_figure(head, &table->cells[i], "hz", "khz");
        columns.fault = head && tare_table_head_is_of_fault(head) ? head : columns.fault;
    }
    return columns;
}

/** The words of a row, whose cells are from `first` to before `end`. */
static void append_row(TareText* text, const TareTableRows* table, size_t first, size_t end)
{
    const Columns columns = columns_of(table, first, end);
    for (size_t i = first; i < end; ++i) {
        const Cell *const head = head_of(table, i - first), *const cell = &table->cells[i];
        if (head && (is_of_past(head) || is_told_twice(table, first, i)))
            continue;
        if (tare_table_product_is_own(table->own_name, cell))
            continue;
        if (!columns.has_filter || !head || is_told_by(head, cell)) /* the remedy wins */
            append_cell(text, head, cell, columns.has_filter ? NULL : columns.fault);
        else if (!columns.has_place && place_of_fault(head, cell) > 0.0)
            tare_text_format(text, "%s%g Hz", text->length ? ", " : "", place_of_fault(head, cell));
    }
}

/** Whether a row has a cell with a frequency and one with a gain. */
static bool is_setting(const TareTableRows* table, size_t first, size_t end)
{
    bool has_freq = false, has_gain = false;
    for (size_t i = first; i < end; ++i) {
        const Cell* const head = head_of(table, i - first);
        has_freq = has_freq || tare_table_cell_is_figure(head, &table->cells[i], "hz", "khz");
        has_gain = has_gain || tare_table_cell_is_figure(head, &table->cells[i], "db", "db");
    }
    for (size_t i = first; i < end && has_gain && !has_freq; ++i)
        has_freq = place_of_fault(head_of(table, i - first), &table->cells[i]) > 0.0;
    return (has_freq && has_gain) ||
           (end == first + 2 && tare_table_cell_is_whole(&table->cells[first + 1]) &&
            (tare_table_head_roles(&table->cells[first]) & TARE_SETTING_PROVES));
}

/** Whether a head says that what stands below are settings, or faults. */
static bool says_kind(const Cell* head)
{
    TareHead kind = TARE_HEAD_NONE;
    return tare_head_read(head->text, head->length, NULL, &kind) &&
           (kind == TARE_HEAD_SETTINGS || kind == TARE_HEAD_FAULTS ||
            tare_table_head_is_of_fault(head) || tare_table_head_is_of_filter(head));
}

/** Whether a row has cells that hold something whole each. */
static bool has_whole(const TareTableRows* table, size_t first, size_t end)
{
    for (size_t i = first; i < end; ++i)
        if (head_of(table, i - first) && tare_table_cell_is_whole(&table->cells[i]) &&
            says_kind(head_of(table, i - first)))
            return true;
    return false;
}

/** The head of a column, or what it says where no word of it alone would. */
static void append_kind(TareText* text, const Cell* head)
{
    TareHead kind = TARE_HEAD_NONE;
    const bool is_said = tare_head_read(head->text, head->length, NULL, &kind) && kind;
    if (is_said)
        tare_text_append(text, head->text, head->length);
    else if (tare_table_head_is_of_fault(head))
        tare_text_append(text, "Deviation", 9);
    else
        tare_text_append(text, "EQ", 2);
}

/** Adds each whole cell of a row as a paragraph, with its head as a label: "Fix: -3 dB at 5 kHz".
 */
static void tell_whole(const TareTableRows* table, TareOutline* outline, size_t first, size_t end,
                       unsigned line)
{
    bool has_filter = false;
    for (size_t i = first; i < end; ++i) {
        const Cell* const head = head_of(table, i - first);
        has_filter = has_filter || (head && tare_table_cell_is_whole(&table->cells[i]) &&
                                    tare_table_head_is_of_filter(head));
    }
    for (size_t i = first; i < end; ++i) {
        const Cell *const head = head_of(table, i - first), *const cell = &table->cells[i];
        TareText text = {0};
        if (!head || !tare_table_cell_is_whole(cell) || !says_kind(head) ||
            (has_filter && tare_table_head_is_of_fault(head))) /* the remedy wins */
            continue;
        append_kind(&text, head);
        tare_text_append(&text, ": ", 2);
        tare_text_append(&text, cell->text, cell->length);
        tare_outline_paragraph(outline, &text, line);
    }
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

/** Turns a table that lies on its side; false when it does not. */
static bool turn(TareTableRows* table)
{
    TareTableSide side = {table->cells, table->n_cells, table->has_heads, false};
    size_t height = 0;
    const bool is_turned = tare_table_turn(&side, &height);
    table->cells = side.cells;
    table->failed = table->failed || side.failed;
    if (is_turned)
        table->has_heads = !is_setting(table, 0, height);
    return is_turned;
}

bool tare_table_rows_have_settings(const TareTableRows* table)
{
    for (size_t first = 0, end = 0; first < table->n_cells; first = end) {
        end = row_end(table, first);
        if (!is_head(table, first) &&
            (is_setting(table, first, end) || has_whole(table, first, end)))
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
    table->own_name = outline->own_name;
    if (table->n_cells && turn(table))
        lines_per_row = 0;
    else
        note_heads(table);
    for (size_t first = 0, end = 0; first < table->n_cells; first = end) {
        const size_t row = table->cells[first].row;
        end = row_end(table, first);
        const unsigned row_line = line + (unsigned)row * lines_per_row;
        if (is_head(table, first))
            continue;
        if (tare_table_product_is_other(table->own_name, table->has_heads ? table->cells : NULL,
                                        &table->cells[first], end - first)) {
            tare_outline_unread(outline, table->cells[first].text, table->cells[first].length,
                                row_line, "about other products");
        } else if (is_setting(table, first, end)) {
            TareText text = {0};
            append_row(&text, table, first, end);
            tare_outline_paragraph(outline, &text, row_line);
        } else if (has_whole(table, first, end)) {
            tell_whole(table, outline, first, end, row_line);
        } else {
            continue;
        }
        is_read = true;
    }
    if (!is_read && table->n_cells)
        tare_outline_unread(outline, table->cells[0].text, table->cells[0].length, line,
                            "a table without settings");
    outline->failed = outline->failed || table->failed;
    tare_table_rows_clear(table);
}
