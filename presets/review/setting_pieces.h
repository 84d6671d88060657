/* Lines of text cut into pieces that may be settings, and what can be seen of these at once. */

#ifndef TARE_SETTING_PIECES_H
#define TARE_SETTING_PIECES_H

#include <stdbool.h>
#include <stddef.h>

/** The length of the first sentence of a line, with the blanks or the arrow behind it. */
size_t tare_setting_piece_length(const char* text, size_t length);

/** Whether a piece ends in an arrow: "130 Hz +5 dB → 130 Hz -4 dB". */
bool tare_setting_ends_in_arrow(const char* text, size_t length);

/** Whether a line is but one word and a colon, as filters are named: "glare:". */
bool tare_setting_is_name(const char* text, size_t length);

/** The last character that is no blank; NUL when there is none. */
char tare_setting_last_letter(const char* text, size_t length);

/** Whether a figure with a unit stands in a text: "DT880, 5 bands" has none. */
bool tare_setting_has_figure(const char* text, size_t length);

/** Whether a number with a minus sign stands in a text: any dash behind a blank or mark. */
bool tare_setting_has_minus(const char* text);

#endif
