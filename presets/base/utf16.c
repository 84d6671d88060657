#include "base/utf16.h"

#include "base/text.h"
#include "base/utf8.h"

#include <stdint.h>

typedef enum { NONE, LITTLE, BIG, LITTLE_MARKED, BIG_MARKED } Order;

static Order order_of(const char* bytes, size_t length)
{
    if (length < 2)
        return NONE;
    const unsigned char a = (unsigned char)bytes[0];
    const unsigned char b = (unsigned char)bytes[1];
    if (a == 0xFF && b == 0xFE)
        return LITTLE_MARKED;
    if (a == 0xFE && b == 0xFF)
        return BIG_MARKED;
    if (a >= 0x80 || b >= 0x80 || !a == !b)
        return NONE;
    return a ? LITTLE : BIG;
}

bool tare_utf16_is(const char* bytes, size_t length)
{
    return order_of(bytes, length) != NONE;
}

static uint32_t unit_at(const char* bytes, size_t i, size_t high)
{
    const uint32_t h = (unsigned char)bytes[i + high];
    const uint32_t l = (unsigned char)bytes[i + 1 - high];
    return h << 8 | l;
}

void tare_utf16_append(TareText* text, const char* bytes, size_t length)
{
    enum { REPLACEMENT = 0xFFFD };
    const Order order = order_of(bytes, length);
    const size_t high = order == LITTLE || order == LITTLE_MARKED; /* which byte of a unit is it */
    const size_t first = order == LITTLE_MARKED || order == BIG_MARKED ? 2 : 0;
    for (size_t i = first; i < length; i += 2) {
        uint32_t character = i + 1 < length ? unit_at(bytes, i, high) : REPLACEMENT;
        if (character >= 0xD800 && character < 0xE000) {
            const uint32_t low = i + 3 < length ? unit_at(bytes, i + 2, high) : 0;
            const bool is_pair = character < 0xDC00 && low >= 0xDC00 && low < 0xE000;
            character =
                is_pair ? 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00) : REPLACEMENT;
            i += is_pair ? 2 : 0;
        }
        char utf8[4];
        tare_text_append(text, utf8, tare_utf8_encode(character, utf8));
    }
}
