/* What the head of a column says of the cells below it. */

#ifndef TARE_TABLE_HEADS_H
#define TARE_TABLE_HEADS_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/** A cell of a table, without the blanks around it. */
typedef struct TareTableCell {
    const char* text;
    size_t length;
    size_t row;
} TareTableCell;

/** The unit that a head names in brackets: "Gain (dB)"; its length is 0 for none. */
TareSpan tare_table_head_unit(const TareTableCell* head);

/** The length of a head without that. */
size_t tare_table_head_length(const TareTableCell* head);

/** What the words of a head without its unit do in settings, all together. */
unsigned tare_table_head_roles(const TareTableCell* head);

/** Whether a head says that the sign of a gain is that of a filter, "Gain", "EQ", "Cut/boost". */
bool tare_table_head_is_of_filter(const TareTableCell* head);

/** Whether a head says that it is that of a fault: "Deviation", "vs. target". */
bool tare_table_head_is_of_fault(const TareTableCell* head);

/** Whether a cell holds a figure in one of two units, its own or that of its head, NULL for none,
    and no more but a Q behind it. */
bool tare_table_cell_is_figure(const TareTableCell* head, const TareTableCell* cell,
                               const char* unit, const char* other);

/** Whether a cell holds a whole filter or fault: "-3 dB at 5 kHz", "+4 at 5.5k". */
bool tare_table_cell_is_whole(const TareTableCell* cell);

/** Whether a cell holds a level, "89.5 dB", beyond any gain. */
bool tare_table_cell_is_level(const TareTableCell* cell);

/** The place in Hz that a cell names with its unit, before a gain or alone; 0 for none. */
double tare_table_cell_place(const TareTableCell* cell);

/** Whether a cell has a letter of ASCII. */
bool tare_table_cell_has_letter(const TareTableCell* cell);

#endif
