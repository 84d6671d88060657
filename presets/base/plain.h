/* Characters of texts of unknown origin that must not reach a screen or a parser as they are. */

#ifndef TARE_PLAIN_H
#define TARE_PLAIN_H

#include <stdint.h>

typedef enum {
    TARE_PLAIN_KEEP,
    TARE_PLAIN_BLANK, ///< control characters and line separators: a blank instead
    TARE_PLAIN_DROP   ///< invisible marks, and those that turn the direction of writing
} TarePlain;

/** What to do with a character. */
TarePlain tare_plain(uint32_t character);

#endif
