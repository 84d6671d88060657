/* Lines of a text and the parts of these, taken off one by one. */

#ifndef TARE_TEXT_PIECES_H
#define TARE_TEXT_PIECES_H

#include <stdbool.h>
#include <stddef.h>

/** A line of a text, or a part of one. */
typedef struct TarePiece {
    const char* text;
    size_t length;
} TarePiece;

/* Parts that two blanks or more part, as in "1   60 Hz   +4 dB". */
enum { TARE_PIECE_WIDE = '\v' };

/** Moves to the next line that is not empty. */
bool tare_piece_next_line(const char** rest, TarePiece* line);

/** Whether a digit is in it. */
bool tare_piece_has_digit(TarePiece piece);

/** Whether two blanks stand side by side in it. */
bool tare_piece_has_wide(TarePiece piece);

/** How often a separator is in it. */
size_t tare_piece_count(TarePiece line, char separator);

/** Takes the next part off a line: up to a separator, or with ' ' up to any blanks. */
bool tare_piece_next(TarePiece* line, TarePiece* word, char separator);

#endif
