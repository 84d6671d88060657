/* Where bullets, words and numbers end in a line of settings. */

#ifndef TARE_SETTING_TEXT_H
#define TARE_SETTING_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** The length of the date that a line begins with: "2023-09", "14.3.2024"; 0 for none. */
size_t tare_setting_date_length(const char* text, size_t length);

/** Behind the blanks and the bullet or number of an item that a line begins with: "1.", "2)", "- ".
 */
size_t tare_setting_bullet_end(const char* text, size_t length);

/** The end of the word that begins at a place, hyphens between letters included. */
size_t tare_setting_word_end(const char* text, size_t length, size_t at);

/** Whether a number, with its sign, begins at a place. */
bool tare_setting_begins_number(const char* text, size_t length, size_t at);

/** Whether a text begins with a unit, maybe behind a blank: " Hz". */
bool tare_setting_begins_unit(const char* text, size_t length);

/** Behind the colon of the label that begins at a place; 0 when there is none: no frequency or gain
    stands before the colon. */
size_t tare_setting_label_end(const char* text, size_t length, size_t first);

/** Whether a cell of a table's row, "| Peak |", ends behind a word that ends at a place. */
bool tare_setting_ends_cell(const char* text, size_t length, size_t end);

/** The length of a remark in brackets that begins a text, in which no figure stands; else 0. */
size_t tare_setting_remark_length(const char* text, size_t length);

#endif
