#include "names/piece.h"

#include "base/utf8.h"

#include <string.h>

TareStatus tare_piece_complain(const TarePiece* at, const char* message)
{
    tare_report(at->reporter, TARE_WARNING, at->file, at->line,
                (unsigned)(at->text - at->line_start) + 1, "%s", message);
    return TARE_BAD_INPUT;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

TarePiece tare_piece_trimmed(TarePiece piece)
{
    for (; piece.length && is_blank(*piece.text); ++piece.text)
        --piece.length;
    while (piece.length && is_blank(piece.text[piece.length - 1]))
        --piece.length;
    return piece;
}

TarePiece tare_piece_cut(TarePiece* piece, char at)
{
    TarePiece first = *piece;
    const char* const end = piece->length ? memchr(piece->text, at, piece->length) : NULL;
    if (end)
        first.length = (size_t)(end - piece->text);
    const size_t n = first.length + (end != NULL);
    piece->text += n;
    piece->length -= n;
    return tare_piece_trimmed(first);
}

bool tare_piece_has(const TarePiece* piece, char wanted)
{
    return piece->length && memchr(piece->text, wanted, piece->length);
}

bool tare_piece_is(const TarePiece* piece, const char* word)
{
    return piece->length == strlen(word) && !memcmp(piece->text, word, piece->length);
}

static TareStatus read_line(TareStatus (*read)(void* data, TarePiece line), void* data,
                            TarePiece line)
{
    size_t bad_offset = 0;
    if (!tare_utf8_is_valid(line.text, line.length, &bad_offset)) {
        line.text += bad_offset;
        return tare_piece_complain(&line, "not UTF-8; expected text");
    }
    const TarePiece rest = tare_piece_trimmed(line);
    return !rest.length || *rest.text == '#' ? TARE_OK : read(data, rest);
}

TareStatus tare_piece_read_lines(TareStatus (*read)(void* data, TarePiece line), void* data,
                                 const char* file, const char* text, size_t length,
                                 const TareReporter* reporter)
{
    TareStatus all = TARE_OK;
    const char* const end = text + length;
    for (unsigned line = 1; text < end; ++line) {
        const char* const newline = memchr(text, '\n', (size_t)(end - text));
        const size_t n = (size_t)((newline ? newline : end) - text);
        const TareStatus status =
            read_line(read, data, (TarePiece){text, n, file, text, line, reporter});
        if (status == TARE_NO_MEMORY)
            return status;
        all = all == TARE_OK ? status : all;
        text += n + (newline != NULL);
    }
    return all;
}
