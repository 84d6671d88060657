#include "fakes/failing_malloc.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

/* The linker's --wrap sends each call of f to __wrap_f, and __real_f to the true one. */

void* __real_malloc(size_t size);
void* __real_calloc(size_t n, size_t size);
void* __real_realloc(void* block, size_t size);
void* __real_aligned_alloc(size_t alignment, size_t size);
char* __real_strdup(const char* text);
char* __real_strndup(const char* text, size_t size);

void* __wrap_malloc(size_t size);
void* __wrap_calloc(size_t n, size_t size);
void* __wrap_realloc(void* block, size_t size);
void* __wrap_aligned_alloc(size_t alignment, size_t size);
char* __wrap_strdup(const char* text);
char* __wrap_strndup(const char* text, size_t size);

static unsigned failing_one;
static atomic_uint n_asked; /* by threads too */

void failing_malloc_start(unsigned n)
{
    failing_one = n;
    n_asked = 0;
}

unsigned failing_malloc_stop(void)
{
    failing_one = 0;
    return n_asked;
}

static bool fails(void)
{
    const unsigned n = atomic_fetch_add(&n_asked, 1) + 1;
    if (!failing_one || n != failing_one) {
        return false;
    }
    errno = ENOMEM;
    return true;
}

void* __wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void* __wrap_calloc(size_t n, size_t size)
{
    return fails() ? NULL : __real_calloc(n, size);
}

void* __wrap_realloc(void* block, size_t size)
{
    return fails() ? NULL : __real_realloc(block, size);
}

void* __wrap_aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __real_aligned_alloc(alignment, size);
}

char* __wrap_strdup(const char* text)
{
    return fails() ? NULL : __real_strdup(text);
}

char* __wrap_strndup(const char* text, size_t size)
{
    return fails() ? NULL : __real_strndup(text, size);
}
