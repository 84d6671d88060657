#include "base/list.h"

#include <stdint.h>
#include <stdlib.h>

/* The room for n items is the least power of two above n, and at least this. */
enum { LEAST_ROOM = 8 };

void* tare_list_grow(void* items, size_t n, size_t item_size)
{
    if (n && (n < LEAST_ROOM || (n & (n - 1))))
        return items;
    const size_t room = n ? 2 * n : LEAST_ROOM;
    return room <= SIZE_MAX / item_size ? realloc(items, room * item_size) : NULL;
}
