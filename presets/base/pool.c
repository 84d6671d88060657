#include "base/pool.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 16 };

struct TarePoolBlock {
    TarePoolBlock* next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

/** A new block goes to the front, unless it is made for one large piece only. */
static TarePoolBlock* add_block(TarePool* pool, size_t size)
{
    if (size > SIZE_MAX - sizeof(TarePoolBlock))
        return NULL;
    TarePoolBlock* block = calloc(1, sizeof *block + size);
    if (!block)
        return NULL;
    block->size = size;
    if (pool->blocks && size > BLOCK_SIZE) {
        block->next = pool->blocks->next;
        pool->blocks->next = block;
    } else {
        block->next = pool->blocks;
        pool->blocks = block;
    }
    return block;
}

void* tare_pool_take(TarePool* pool, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX - alignment)
        return NULL;
    size = (size + alignment - 1) / alignment * alignment;
    TarePoolBlock* block = pool->blocks;
    if (!block || block->size - block->used < size)
        block = add_block(pool, size > BLOCK_SIZE ? size : BLOCK_SIZE);
    if (!block)
        return NULL;
    void* piece = block->bytes + block->used;
    block->used += size;
    return piece;
}

char* tare_pool_copy(TarePool* pool, const char* text, size_t n)
{
    char* copy = n < SIZE_MAX ? tare_pool_take(pool, n + 1) : NULL;
    if (copy && n)
        memcpy(copy, text, n);
    return copy;
}

void tare_pool_clear(TarePool* pool)
{
    while (pool->blocks) {
        TarePoolBlock* next = pool->blocks->next;
        free(pool->blocks);
        pool->blocks = next;
    }
}
