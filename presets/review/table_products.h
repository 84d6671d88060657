/* Columns of a table that say which product its rows are about. */

#ifndef TARE_TABLE_PRODUCTS_H
#define TARE_TABLE_PRODUCTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareTableCell TareTableCell;

/** Whether a cell but names the product that the text is about; `own_name` may be NULL. */
bool tare_table_product_is_own(const char* own_name, const TareTableCell* cell);

/** Whether a row of `n` cells is of another product, by the names of its columns, NULL for none. */
bool tare_table_product_is_other(const char* own_name, const TareTableCell* names,
                                 const TareTableCell* cells, size_t n);

#endif
