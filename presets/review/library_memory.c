#include "review/library_memory.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024 };

/** A part of the pool; the memory follows it. */
typedef struct Chunk {
    struct Chunk* next;
    size_t used, size;
} Chunk;

/** Stands before each block, so that realloc knows how much to copy; as large as the strictest
    alignment. */
typedef union {
    size_t size;
    max_align_t alignment;
} Header;

typedef struct {
    Chunk* chunks;
    jmp_buf out_of_memory;
} Pool;

/* Not all libraries pass an argument on by which to find the pool; and being no local variable, it
   keeps its value over a longjmp. */
static _Thread_local Pool pool;

static size_t rounded(size_t size)
{
    return (size + sizeof(Header) - 1) / sizeof(Header) * sizeof(Header);
}

static Chunk* add_chunk(size_t size)
{
    const size_t room = size > CHUNK_SIZE ? size : CHUNK_SIZE;
    Chunk* const chunk = malloc(rounded(sizeof(Chunk)) + room);
    if (!chunk)
        longjmp(pool.out_of_memory, 1);
    *chunk = (Chunk){pool.chunks, 0, room};
    pool.chunks = chunk;
    return chunk;
}

static void* take(size_t size)
{
    if (size > SIZE_MAX / 2)
        longjmp(pool.out_of_memory, 1);
    const size_t wanted = sizeof(Header) + rounded(size);
    Chunk* chunk = pool.chunks;
    if (!chunk || chunk->size - chunk->used < wanted)
        chunk = add_chunk(wanted);
    Header* const header = (Header*)(void*)((char*)chunk + rounded(sizeof(Chunk)) + chunk->used);
    chunk->used += wanted;
    header->size = size;
    return header + 1;
}

void* tare_library_calloc(size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        longjmp(pool.out_of_memory, 1);
    void* const block = take(n * size);
    return memset(block, 0, n * size);
}

void* tare_library_realloc(void* old, size_t size)
{
    if (!old)
        return take(size);
    const size_t old_size = ((Header*)old - 1)->size;
    if (size <= old_size)
        return old;
    return memcpy(take(size), old, old_size);
}

void tare_library_free(void* block)
{
    (void)block; /* goes with the pool */
}

static void free_pool(void)
{
    while (pool.chunks) {
        Chunk* const next = pool.chunks->next;
        free(pool.chunks);
        pool.chunks = next;
    }
}

bool tare_library_run(void (*work)(void* data), void* data)
{
    static _Thread_local bool is_done;
    is_done = false;
    if (setjmp(pool.out_of_memory) == 0) {
        work(data);
        is_done = true;
    }
    free_pool();
    return is_done;
}
