/* Printing for people: colours and progress where a person watches, plain text elsewhere. */

#ifndef TARE_CLI_TERMINAL_H
#define TARE_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum {
    TARE_STYLE_PLAIN,
    TARE_STYLE_NAME, ///< what the eye looks for
    TARE_STYLE_FAINT,
    TARE_STYLE_ERROR,
    TARE_STYLE_NOTE
} TareStyle;

/** The sequence that switches to a style; "" unless `out` is a terminal that takes colours and
    NO_COLOR is not set. */
const char* tare_style(FILE* out, TareStyle style);

/** Prints a text of unknown origin: what is not plain as base/plain.h has it becomes '?', so that
   it cannot move the cursor, and one sees that something is there. */
void tare_terminal_print(FILE* out, const char* text);

/** Prints a text as one word for a shell, in single quotes where it needs them; how many columns
    that takes. An empty text gives no word. */
void tare_terminal_print_word(FILE* out, const char* text);
size_t tare_terminal_word_width(const char* text);

/** Prints text, then blanks up to a width in columns. */
void tare_terminal_print_padded(FILE* out, const char* text, size_t width);

/** Prints a text in lines of at most 78 columns, each behind `indent` blanks, with a line end. */
void tare_terminal_print_wrapped(FILE* out, const char* text, size_t indent);

/** How many columns a text takes: its characters, each counted as one. */
size_t tare_terminal_width(const char* text);

/** Shows on stderr how far a job is, when that is a terminal. Redrawn only when the picture
    changes. */
void tare_terminal_progress(const char* label, double done, double total);

/** Removes the progress line; to be called before anything else is printed, and at the end. */
void tare_terminal_clear_progress(void);

#endif
