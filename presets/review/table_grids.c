#include "review/table_grids.h"

#include "base/text.h"
#include "review/other_product.h"
#include "review/outline.h"
#include "review/quantities.h"
#include "review/state_lines.h"
#include "review/table_rows.h"
#include "review/text_pieces.h"
#include "review/word_patterns.h"

#include <stdio.h>
#include <string.h>

typedef TareTableCell Cell;

/* A longer line is prose. */
enum { MAX_LINE = 160 };

/* Nobody finds more. */
#define MAX_GAIN_DB 20.0

static bool is_place(const char* text, size_t length)
{
    TareQuantity read;
    for (; length && (*text == '@' || *text == ' '); ++text) /* "@ 120 Hz" */
        --length;
    return length && tare_quantity_read_single(text, length, &read) && read.length == length &&
           read.sign == TARE_SIGN_NONE &&
           (read.kind == TARE_QUANTITY_NUMBER || read.kind == TARE_QUANTITY_FREQ) &&
           tare_quantity_is_place(read.lo, read.lo);
}

static bool is_gain(const char* text, size_t length)
{
    TareQuantity read;
    return tare_quantity_read_single(text, length, &read) && read.length == length &&
           (read.kind == TARE_QUANTITY_NUMBER || read.kind == TARE_QUANTITY_GAIN) &&
           (read.sign != TARE_SIGN_NONE || read.kind == TARE_QUANTITY_GAIN || read.hi == 0.0) &&
           read.hi <= MAX_GAIN_DB;
}

/** Cells of a table from one on, its row or a part of it. */
typedef struct {
    const Cell* cells;
    size_t n;
} Row;

/** The row that begins at a cell. */
static Row row_at(const TareTableRows* table, size_t first)
{
    Row row = {&table->cells[first], 0};
    while (first + row.n < table->n_cells && row.cells[row.n].row == row.cells[0].row)
        ++row.n;
    return row;
}

static bool are_all(Row row, bool (*is)(const char* text, size_t length))
{
    bool are = row.n > 1;
    for (size_t i = 1; i < row.n; ++i)
        are = are && is(row.cells[i].text, row.cells[i].length);
    return are;
}

static bool has_sign(Row row)
{
    for (size_t i = 1; i < row.n; ++i)
        if (row.cells[i].length && strchr("+-\xE2", row.cells[i].text[0]))
            return true;
    return false;
}

/** The column that counts of those that a row names; 0 when none does, or several do. */
static size_t find_column(Row heads, const char* own_name, bool* is_mean)
{
    static const char* const means[] = {"average", "avg", "mean", "median"};
    size_t own = 0, mean = 0, n_own = 0;
    for (size_t i = 1; i < heads.n; ++i) {
        const Cell* const head = &heads.cells[i];
        if (own_name && head->length > 1 &&
            tare_is_part_of_name(head->text, head->length, own_name)) {
            own = i;
            ++n_own;
        }
        for (size_t k = 0; k < sizeof means / sizeof *means; ++k)
            mean = tare_word_is(head->text, head->length, means[k]) ? i : mean;
    }
    *is_mean = !n_own && mean; /* nobody sets an equaliser to one */
    return n_own == 1 ? own : n_own ? 0 : mean;
}

/** Adds a row of a place and a gain, with their units, and with what was measured. */
static void add_pair(TareTableRows* pairs, const Cell* place, const Cell* gain, bool is_measured)
{
    char words[48];
    TareQuantity read;
    const int n_place = (int)place->length, n_gain = (int)gain->length;
    const bool has_unit = tare_quantity_read_single(gain->text, gain->length, &read) &&
                          read.kind == TARE_QUANTITY_GAIN;
    snprintf(words, sizeof words, "%.*s%s", n_place, place->text,
             place->text[n_place - 1] >= '0' && place->text[n_place - 1] <= '9' ? " Hz" : "");
    tare_table_rows_add(pairs, words, strlen(words));
    if (is_measured)
        tare_table_rows_add(pairs, "Deviation", strlen("Deviation"));
    snprintf(words, sizeof words, "%.*s%s", n_gain, gain->text, has_unit ? "" : " dB");
    tare_table_rows_add(pairs, words, strlen(words));
    tare_table_rows_end_row(pairs);
}

/** Puts other rows in the place of a table's. */
static void replace(TareTableRows* table, TareTableRows* pairs)
{
    pairs->failed = pairs->failed || table->failed;
    tare_table_rows_clear(table);
    *table = *pairs;
}

/** "Gain", "Deviation": then it is no state. */
static bool is_named_gain(const Cell* head)
{
    return tare_table_head_is_of_filter(head) || tare_table_head_is_of_fault(head) ||
           tare_word_is(head->text, head->length, "db");
}

/** Places in the first row, gains in one below it. */
static bool settle_turned(TareTableRows* table)
{
    const Row places = row_at(table, 0);
    if (!are_all(places, is_place) || places.n == table->n_cells)
        return false;
    const Row gains = row_at(table, places.n);
    if (gains.n != places.n || gains.n + places.n != table->n_cells || !are_all(gains, is_gain) ||
        !has_sign(gains) || is_named_gain(gains.cells) ||
        is_gain(gains.cells[0].text, gains.cells[0].length))
        return false;
    TareTableRows pairs = {0};
    const bool is_measured = /* nobody sets an equaliser for each pair of pads */
        tare_state_label_is_default(gains.cells[0].text, gains.cells[0].length);
    for (size_t i = 1; i < places.n; ++i)
        add_pair(&pairs, &places.cells[i], &gains.cells[i], is_measured);
    replace(table, &pairs);
    return true;
}

/** Places in the first column, gains in all others. */
static bool settle_columns(TareTableRows* table, const char* own_name)
{
    const Row heads = row_at(table, 0);
    bool has_signs = false, is_mean = false;
    const size_t column = heads.n > 2 ? find_column(heads, own_name, &is_mean) : 0;
    if (!column || heads.n == table->n_cells)
        return false;
    for (size_t first = heads.n; first < table->n_cells; first += heads.n) {
        const Row row = row_at(table, first);
        if (row.n != heads.n || !are_all(row, is_gain) ||
            !is_place(row.cells[0].text, row.cells[0].length))
            return false;
        has_signs = has_signs || has_sign(row);
    }
    TareTableRows pairs = {0};
    for (size_t first = heads.n; has_signs && first < table->n_cells; first += heads.n)
        add_pair(&pairs, &table->cells[first], &table->cells[first + column], is_mean);
    if (has_signs)
        replace(table, &pairs);
    return has_signs;
}

bool tare_table_grid_settle(TareTableRows* table, TareOutline* outline)
{
    const bool is_one =
        table->n_cells && (settle_turned(table) || settle_columns(table, outline->own_name));
    outline->has_grid = outline->has_grid || is_one;
    return is_one;
}

/** Adds the parts of a line, behind an empty one when one is missing. Returns how many. */
static size_t add_parts(TareTableRows* table, TarePiece line, bool is_short)
{
    TarePiece part;
    size_t n = is_short;
    if (is_short)
        tare_table_rows_add(table, "", 0);
    for (; tare_piece_next(&line, &part, TARE_PIECE_WIDE); ++n)
        tare_table_rows_add(table, part.text, part.length);
    tare_table_rows_end_row(table);
    return n;
}

static size_t count_parts(TarePiece line)
{
    TarePiece part;
    size_t n = 0;
    while (tare_piece_next(&line, &part, TARE_PIECE_WIDE))
        ++n;
    return n;
}

bool tare_table_grid_read(TareTableRows* table, const char** text)
{
    TarePiece heads, line;
    const char* rest = *text;
    if (!tare_piece_next_line(&rest, &heads) || heads.length > MAX_LINE || count_parts(heads) < 2)
        return false;
    const char* behind = rest;
    if (!tare_piece_next_line(&behind, &line))
        return false;
    const size_t n = count_parts(line);
    if (n < 3 || count_parts(heads) + 1 < n || count_parts(heads) > n)
        return false;
    if (heads.text[0] == '|') { /* in the place of blanks */
        ++heads.text;
        --heads.length;
    }
    add_parts(table, heads, count_parts(heads) < n);
    for (; tare_piece_next_line(&rest, &line) && count_parts(line) == n; *text = rest)
        add_parts(table, line, false);
    table->has_heads = true;
    return table->n_rows > 1;
}
