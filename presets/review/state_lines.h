/* Lines of notes by the state or product that their label names: "stock tips: 6 kHz +4 dB". */

#ifndef TARE_STATE_LINES_H
#define TARE_STATE_LINES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareStateLine {
    const char *first, *end;
    bool is_row;          ///< has a label that names no part of the spectrum, and a gain
    bool is_default;      ///< of the state as delivered
    bool is_version;      ///< is named by the number of a version
    double version;       ///< its number; later ones are larger
    bool is_current;      ///< and of which it says that it counts now
    bool is_grid;         ///< a row of a table, named by words
    bool is_own;          ///< and by those of the product
    bool is_quoted;       ///< is named by words in quotation marks
    bool is_of_amplifier; ///< "10 ohm -> +3 dB"
    bool is_of_sides;     ///< "L-R @ 5k  +1.5": one side against the other
} TareStateLine;

/** Reads a line of a text between two places. `own_name` is that of the product. */
TareStateLine tare_state_line_read(const char* first, const char* end, const char* own_name);

/** Whether a label says that its state is the one as delivered. */
bool tare_state_label_is_default(const char* label, size_t length);

/** Whether nothing but blanks and marks stands in a line. */
bool tare_state_line_is_empty(const char* first, const char* end);

#endif
