#include "review/decode.h"

#include "base/text.h"
#include "base/utf16.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The characters of Windows-1252 that Latin-1 has not, from 0x80 on; 0 where there is none. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/** The character of a byte; 0 for none. */
static uint32_t character_of(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80] : byte;
}

/** Reports at a byte of the text; lines count from 1, and so do columns, in bytes. */
static void report_at(const TareReporter* reporter, TareSeverity severity, const char* file,
                      TareSpan text, size_t offset, const char* message)
{
    unsigned line = 1, column = 1;
    for (size_t i = 0; i < offset; ++i) {
        column = text.first[i] == '\n' ? 1 : column + 1;
        line += text.first[i] == '\n';
    }
    tare_report(reporter, severity, file, line, column, "%s", message);
}

/** Whether bytes that are not UTF-8 everywhere are Windows-1252: nothing in them is UTF-8 beyond
    ASCII, as in a damaged file, and each byte is a character, as hardly in a picture. */
static bool is_windows(TareSpan text)
{
    for (const char* c = text.first; c < text.end;) {
        const unsigned char byte = (unsigned char)*c;
        uint32_t character = 0;
        const size_t n = tare_utf8_decode(c, (size_t)(text.end - c), &character);
        const bool is_control = byte < ' ' && !(byte >= '\t' && byte <= '\r');
        if (n > 1 || is_control || !character_of(byte))
            return false;
        ++c;
    }
    return true;
}

static void append_windows(TareText* buffer, TareSpan text)
{
    for (const char* c = text.first; c < text.end; ++c) {
        char utf8[4];
        tare_text_append(buffer, utf8, tare_utf8_encode(character_of((unsigned char)*c), utf8));
    }
}

/** Puts UTF-8 in the place of other bytes. */
static TareStatus convert(TareSpan* text, TareText* buffer,
                          void (*append)(TareText* buffer, TareSpan text))
{
    tare_text_append(buffer, "", 0);
    append(buffer, *text);
    if (buffer->failed)
        return TARE_NO_MEMORY;
    *text = (TareSpan){buffer->data, buffer->data + buffer->length};
    return TARE_OK;
}

static void append_utf16(TareText* buffer, TareSpan text)
{
    tare_utf16_append(buffer, text.first, (size_t)(text.end - text.first));
}

TareStatus tare_decode(TareSpan* text, TareText* buffer, const char* file, const char* bytes,
                       size_t length, const TareReporter* reporter)
{
    TareStatus status = TARE_OK;
    size_t bad = 0;
    *text = (TareSpan){bytes, bytes + length};
    if (tare_utf16_is(bytes, length)) {
        status = convert(text, buffer, append_utf16);
    } else if (tare_utf8_is_valid(bytes, length, &bad)) {
        text->first += tare_utf8_mark_length(bytes, length);
    } else if (is_windows(*text)) {
        report_at(reporter, TARE_NOTE, file, *text, bad,
                  "characters are not UTF-8; read as Windows-1252, which Latin-1 is part of");
        status = convert(text, buffer, append_windows);
    } else {
        report_at(reporter, TARE_ERROR, file, *text, bad,
                  "byte is not UTF-8; expected text in UTF-8, UTF-16 or Windows-1252");
        status = TARE_BAD_INPUT;
    }
    if (status != TARE_OK)
        return status;
    const char* const nul = memchr(text->first, '\0', (size_t)(text->end - text->first));
    if (!nul)
        return TARE_OK;
    report_at(reporter, TARE_ERROR, file, *text, (size_t)(nul - text->first),
              "byte is NUL; expected text");
    return TARE_BAD_INPUT;
}
