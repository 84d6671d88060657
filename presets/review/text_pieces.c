#include "review/text_pieces.h"

#include "base/ascii.h"

#include <string.h>

bool tare_piece_next_line(const char** rest, TarePiece* line)
{
    *rest += strspn(*rest, "\n");
    if (!**rest)
        return false;
    *line = (TarePiece){*rest, strcspn(*rest, "\n")};
    *rest += line->length;
    *rest += **rest == '\n';
    return true;
}

bool tare_piece_has_digit(TarePiece piece)
{
    for (size_t i = 0; i < piece.length; ++i)
        if (tare_is_digit(piece.text[i]))
            return true;
    return false;
}

size_t tare_piece_count(TarePiece line, char separator)
{
    size_t n = 0;
    for (size_t i = 0; i < line.length; ++i)
        n += line.text[i] == separator;
    return n;
}

bool tare_piece_has_wide(TarePiece piece)
{
    for (size_t i = 1; i < piece.length; ++i)
        if (piece.text[i] == ' ' && piece.text[i - 1] == ' ')
            return true;
    return false;
}

/** As tare_piece_next(), up to two blanks. */
static bool next_wide(TarePiece* line, TarePiece* word)
{
    while (line->length && *line->text == ' ') {
        ++line->text;
        --line->length;
    }
    size_t n = 0;
    while (n < line->length &&
           !(line->text[n] == ' ' && n + 1 < line->length && line->text[n + 1] == ' '))
        ++n;
    *word = (TarePiece){line->text, n};
    line->text += n;
    line->length -= n;
    return n > 0;
}

bool tare_piece_next(TarePiece* line, TarePiece* word, char separator)
{
    if (separator == TARE_PIECE_WIDE)
        return next_wide(line, word);
    while (separator == ' ' && line->length && strchr(" \t", *line->text)) {
        ++line->text;
        --line->length;
    }
    if (line->length == 0)
        return false;
    size_t n = 0;
    while (n < line->length && line->text[n] != separator &&
           !(separator == ' ' && line->text[n] == '\t'))
        ++n;
    *word = (TarePiece){line->text, n};
    n += n < line->length;
    line->text += n;
    line->length -= n;
    return true;
}
