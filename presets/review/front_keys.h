/* What a front matter may tell of a review, whatever it is written in. */

#ifndef TARE_FRONT_KEYS_H
#define TARE_FRONT_KEYS_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareFrontMatter TareFrontMatter;

/** What is being filled; starts with `front` alone. */
typedef struct TareFrontKeys {
    TareFrontMatter* front;
    uint64_t seen;  ///< bit n: row n of the table of keys
    size_t current; ///< the row of the key whose value is read
} TareFrontKeys;

/** Makes a key the current one: its values come next. Any key may come; those that are not kept
    have no row. False, with no key current, when this one was there before. */
bool tare_front_keys_next(TareFrontKeys* keys, const char* key, size_t length);

/** Whether the values of the current key are kept, one by one when it has several. */
bool tare_front_keys_wants(const TareFrontKeys* keys);

/** Keeps a value of the current key, UTF-8 without NUL that begins in a line of the file. Several
    are joined by commas, but for tags, of which more than TARE_MAX_TAGS are not kept. False when
    memory is short. */
bool tare_front_keys_keep(TareFrontKeys* keys, const char* value, size_t length, unsigned line);

/** To be called behind the last key: puts the name together out of brand and model, where it is not
    told as a whole. False when memory is short. */
bool tare_front_keys_end(TareFrontKeys* keys);

#endif
