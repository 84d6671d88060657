/* Lines of files of rules about names, cut into pieces that know where they stand. */

#ifndef TARE_PIECE_H
#define TARE_PIECE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

/** A piece of a line. */
typedef struct TarePiece {
    const char* text; ///< not ended by a zero
    size_t length;    ///< in bytes
    const char* file;
    const char* line_start;
    unsigned line;
    const TareReporter* reporter;
} TarePiece;

/** Reads a text line by line, each as a piece without blanks around it; empty lines and those that
    begin with "#" are left out, and so are those that are not UTF-8, which is reported. Goes on
    after TARE_BAD_INPUT. Returns the first status that is not TARE_OK. */
TareStatus tare_piece_read_lines(TareStatus (*read)(void* data, TarePiece line), void* data,
                                 const char* file, const char* text, size_t length,
                                 const TareReporter* reporter);

/** Reports what is wrong where a piece begins. Always TARE_BAD_INPUT. */
TareStatus tare_piece_complain(const TarePiece* at, const char* message);

/** The piece without blanks around it. */
TarePiece tare_piece_trimmed(TarePiece piece);

/** Cuts off what stands before a character, without blanks around it; the whole piece when the
    character does not stand in it. */
TarePiece tare_piece_cut(TarePiece* piece, char at);

/** Whether a character stands in it. */
bool tare_piece_has(const TarePiece* piece, char wanted);

/** Whether the piece is a word. */
bool tare_piece_is(const TarePiece* piece, const char* word);

#endif
