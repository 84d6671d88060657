/* Memory for libraries that cannot bear a failing allocation: cmark's own allocator aborts the
   program, and Gumbo goes on with NULL.

   Ours gives them everything out of a pool. When memory is short it leaves the library with a
   longjmp to the place where the pool was opened; nothing is lost, since all that the library holds
   lies in the pool and is freed with it. */

#ifndef TARE_LIBRARY_MEMORY_H
#define TARE_LIBRARY_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/** Calls `work`, within which the functions below may be called, and frees all that was taken by
    them afterwards. `work` must hold nothing else that has to be freed while it calls the library.
    False when memory was short: `work` was left half-way. Not to be nested. */
bool tare_library_run(void (*work)(void* data), void* data);

/** As those of the C library, but they never return NULL. */
void* tare_library_calloc(size_t n, size_t size);
void* tare_library_realloc(void* old, size_t size);
void tare_library_free(void* block);

#endif
