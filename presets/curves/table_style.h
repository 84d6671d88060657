/* How the rows of a table are written: what stands between cells, and between groups of digits. */

#ifndef TARE_TABLE_STYLE_H
#define TARE_TABLE_STYLE_H

#include <stdbool.h>

typedef struct TareSpan TareSpan;
typedef struct TareText TareText;

/** How the rows of a table are written. */
typedef struct TareTableStyle {
    char separator;     ///< between cells: ';', tab, ',' or ' ' for runs of blanks
    char grouping;      ///< the mark that only groups digits, ',' in "1,000.5"; 0 for none
    char freq_grouping; ///< the same in the first column, where only frequencies have groups
} TareTableStyle;

/** Finds out from all rows. Cells are separated by what most rows contain: semicolons, else tabs,
    else commas, else blanks; commas inside numbers with a decimal comma do not count, as in
    "20,5 -3,1". A comma or a point groups digits when somewhere the other one follows it, or when
    exactly three digits always follow it and the other one is seen to be the decimal mark. */
TareTableStyle tare_table_style(TareSpan text);

/** Whether commas seem to stand between cells and inside numbers too, as in "20,5,-3,1": each row
    has four cells, no point anywhere, and plain digits in every second cell. */
bool tare_table_has_mixed_commas(TareSpan text);

/** Whether rows with blanks between their cells have blanks inside their frequencies too, as in
    "1 000 -3.1" below "999 -3": those rows, and no others, have one cell more. */
bool tare_table_has_blank_groups(TareSpan text);

/** Appends the text with those frequencies in one piece. */
void tare_table_join_groups(TareText* joined, TareSpan text);

/** Whether bars stand between the cells of most rows, around them or not, as in Markdown. */
bool tare_table_has_bars(TareSpan text);

/** Appends the text with semicolons in their place. */
void tare_table_replace_bars(TareText* replaced, TareSpan text);

#endif
