#include "review/table_products.h"

#include "base/ascii.h"
#include "review/other_product.h"
#include "review/table_heads.h"
#include "review/word_patterns.h"

bool tare_table_product_is_own(const char* own_name, const TareTableCell* cell)
{
    return own_name && cell->length > 2 && tare_is_upper(cell->text[0]) &&
           tare_is_part_of_name(cell->text, cell->length, own_name);
}

bool tare_table_product_is_other(const char* own_name, const TareTableCell* names,
                                 const TareTableCell* cells, size_t n)
{
    static const char* const words[] = {"headphone*", "model", "product*"};
    for (size_t i = 0; i < n && own_name && names; ++i)
        for (size_t k = 0; k < sizeof words / sizeof *words; ++k)
            if (names[i].row == names[0].row &&
                tare_word_is(names[i].text, names[i].length, words[k]) &&
                tare_table_cell_has_letter(&cells[i]) &&
                !tare_table_product_is_own(own_name, &cells[i]))
                return true;
    return false;
}
