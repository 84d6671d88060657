#include "base/utf8.h"

#include <string.h>

/** What the first byte promises: length, its own bits, the smallest character of that length. */
typedef struct {
    size_t length;
    uint32_t bits, min;
} Lead;

static Lead lead_of(unsigned char byte)
{
    if (byte < 0x80)
        return (Lead){1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0)
        return (Lead){2, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte < 0xF0)
        return (Lead){3, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte < 0xF5)
        return (Lead){4, byte & 0x07u, 0x10000};
    return (Lead){0, 0, 0};
}

size_t tare_utf8_decode(const char* text, size_t length, uint32_t* character)
{
    const Lead lead = lead_of((unsigned char)text[0]);
    if (!lead.length || lead.length > length)
        return 0;
    uint32_t value = lead.bits;
    for (size_t i = 1; i < lead.length; ++i) {
        const unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0u) != 0x80u)
            return 0;
        value = (value << 6) | (byte & 0x3Fu);
    }
    if (value < lead.min || (value >= 0xD800 && value < 0xE000) || value > 0x10FFFF)
        return 0;
    *character = value;
    return lead.length;
}

size_t tare_utf8_encode(uint32_t character, char bytes[4])
{
    static const unsigned char leads[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    const size_t n = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; --i) {
        bytes[i] = (char)(0x80u | (character & 0x3Fu));
        character >>= 6;
    }
    bytes[0] = (char)(leads[n] | character);
    return n;
}

/** How many bytes from here on are ASCII, eight at a time. */
static size_t skip_ascii(const char* text, size_t length)
{
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t block;
        memcpy(&block, text + i, sizeof block);
        if (block & UINT64_C(0x8080808080808080))
            break;
    }
    return i;
}

bool tare_utf8_is_valid(const char* text, size_t length, size_t* bad_offset)
{
    uint32_t character;
    for (size_t i = skip_ascii(text, length); i < length;) {
        const size_t n = tare_utf8_decode(text + i, length - i, &character);
        if (!n) {
            if (bad_offset)
                *bad_offset = i;
            return false;
        }
        i += n;
        if (n > 1)
            i += skip_ascii(text + i, length - i);
    }
    return true;
}

size_t tare_utf8_mark_length(const char* text, size_t length)
{
    static const char mark[] = {'\xEF', '\xBB', '\xBF'};
    return length >= sizeof mark && memcmp(text, mark, sizeof mark) == 0 ? sizeof mark : 0;
}

void tare_utf8_drop_partial_end(char* text)
{
    const size_t length = strlen(text);
    size_t start = length;
    while (start > 0 && length - start < 3 && ((unsigned char)text[start - 1] & 0xC0u) == 0x80u)
        --start;
    uint32_t character;
    if (start > 0 && (unsigned char)text[start - 1] >= 0xC0u &&
        !tare_utf8_decode(text + start - 1, length - start + 1, &character))
        text[start - 1] = '\0';
}

bool tare_utf8_is_control(const char* text)
{
    const unsigned char c = (unsigned char)text[0];
    return c < 0x20 || c == 0x7F || (c == 0xC2 && (unsigned char)text[1] < 0xA0);
}
