#include "review/table_turn.h"

#include <stdlib.h>

typedef TareTableCell Cell;

/** Where the cells of a row begin; n_cells when there is no such row. */
static size_t row_start(const TareTableSide* table, size_t row)
{
    size_t i = 0;
    while (i < table->n_cells && table->cells[i].row != row)
        ++i;
    return i;
}

/** Whether most cells of a row are figures in one of two units, or are called so by the first. */
static bool is_row_of(const TareTableSide* table, size_t first, size_t end, const char* unit,
                      const char* other)
{
    const Cell* const head = &table->cells[first];
    size_t n = 0;
    for (size_t i = first; i < end; ++i)
        n += tare_table_cell_is_figure(i > first ? head : NULL, &table->cells[i], unit, other);
    return n > 1 && n + 1 >= end - first;
}

bool tare_table_turn(TareTableSide* table, size_t* height)
{
    const size_t second = row_start(table, table->cells[0].row + 1 + table->has_heads);
    size_t width = 0;
    while (width < table->n_cells && table->cells[width].row == table->cells[0].row)
        ++width;
    if (second + width > table->n_cells || second < width ||
        !is_row_of(table, 0, width, "hz", "khz") ||
        !is_row_of(table, second, second + width, "db", "db"))
        return false;
    *height = table->n_cells / width;
    Cell* const turned = malloc(table->n_cells * sizeof *turned);
    if (!turned || *height * width != table->n_cells) {
        table->failed = table->failed || !turned;
        free(turned);
        return false;
    }
    for (size_t i = 0; i < table->n_cells; ++i) {
        turned[i] = table->cells[i % *height * width + i / *height];
        turned[i].row = i / *height;
    }
    free(table->cells);
    table->cells = turned;
    return true;
}
