#include "review/wiki_table.h"

#include "review/table_rows.h"
#include "review/text_pieces.h"

#include <string.h>

static bool begins_with(TarePiece line, const char* mark)
{
    const size_t n = strlen(mark);
    return line.length >= n && memcmp(line.text, mark, n) == 0;
}

bool tare_wiki_table_is_in(const char* text)
{
    TarePiece line;
    while (tare_piece_next_line(&text, &line))
        if (begins_with(line, "{|"))
            return true;
    return false;
}

/** Adds a cell without what a bar sets apart before it: "style=... | 60 Hz". */
static void add_cell(TareTableRows* table, const char* text, size_t length)
{
    const char* const bar = memchr(text, '|', length);
    const size_t n_before = bar ? (size_t)(bar + 1 - text) : 0;
    tare_table_rows_add(table, text + n_before, length - n_before);
}

/** Adds the cells of a line, which its first character, doubled, parts: "| 60 Hz || +3 dB". */
static void add_cells(TareTableRows* table, TarePiece line)
{
    const char mark = line.text[0];
    size_t first = 1;
    for (size_t i = 1; i + 1 < line.length; ++i) {
        if (line.text[i] != mark || line.text[i + 1] != mark)
            continue;
        add_cell(table, line.text + first, i - first);
        first = ++i + 1;
    }
    add_cell(table, line.text + first, line.length - first);
}

static void end_row(TareTableRows* table)
{
    if (table->n_cells && table->cells[table->n_cells - 1].row == table->n_rows)
        tare_table_rows_end_row(table);
}

bool tare_wiki_table_read(TareTableRows* table, const char** text)
{
    TarePiece line;
    const char* rest = *text;
    if (!tare_piece_next_line(&rest, &line) || !begins_with(line, "{|"))
        return false;
    while (tare_piece_next_line(&rest, &line)) {
        if (begins_with(line, "|}")) {
            end_row(table);
            *text = rest;
            return table->n_rows > 1;
        }
        if (begins_with(line, "|-")) {
            end_row(table);
        } else if (begins_with(line, "!") || (begins_with(line, "|") && !begins_with(line, "|+"))) {
            table->has_heads = table->has_heads || (begins_with(line, "!") && !table->n_rows);
            add_cells(table, line);
        }
    }
    return false;
}
