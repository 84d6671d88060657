#include "base/plain.h"

#include <stddef.h>

static const struct {
    uint32_t first, last;
    TarePlain plain;
} awkward[] = {{0x00, 0x1F, TARE_PLAIN_BLANK},     {0x7F, 0x9F, TARE_PLAIN_BLANK},
               {0xAD, 0xAD, TARE_PLAIN_DROP},      {0x61C, 0x61C, TARE_PLAIN_DROP},
               {0x200B, 0x200F, TARE_PLAIN_DROP},  {0x2028, 0x2029, TARE_PLAIN_BLANK},
               {0x202A, 0x202E, TARE_PLAIN_DROP},  {0x2060, 0x206F, TARE_PLAIN_DROP},
               {0xFEFF, 0xFEFF, TARE_PLAIN_DROP},  {0xFFF9, 0xFFFB, TARE_PLAIN_DROP},
               {0xE0000, 0xE007F, TARE_PLAIN_DROP}};

TarePlain tare_plain(uint32_t character)
{
    for (size_t i = 0; i < sizeof awkward / sizeof *awkward; ++i)
        if (character >= awkward[i].first && character <= awkward[i].last)
            return awkward[i].plain;
    return TARE_PLAIN_KEEP;
}
