#include "names/mark.h"

TareMark tare_mark_of(const char* text)
{
    TareMark mark = {{0, 0}};
    for (; text[0] && text[1]; ++text) {
        const uint32_t spread = tare_mark_pair(text) * 2654435769u; /* by the golden ratio */
        mark.bits[spread >> 31] |= (uint64_t)1 << (spread >> 25 & 63);
    }
    return mark;
}
