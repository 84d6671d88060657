/* Arrays that grow. */

#ifndef TARE_LIST_H
#define TARE_LIST_H

#include <stddef.h>

/** Makes room for one more item behind the `n` of an array; NULL with 0 for one that begins. Arrays
    that grow by this alone need not keep what they have room for: it follows from n.

    Returns the array, which may have moved; the caller frees it. NULL when memory is short: the old
    one stays as it was. */
void* tare_list_grow(void* items, size_t n, size_t item_size);

#endif
