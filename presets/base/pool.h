/* Memory that is taken in small pieces and given back all at once. */

#ifndef TARE_POOL_H
#define TARE_POOL_H

#include <stddef.h>

typedef struct TarePoolBlock TarePoolBlock;

/** Starts as {0}. */
typedef struct TarePool {
    TarePoolBlock* blocks;
} TarePool;

/** A piece of zeroed memory, aligned for any type, that stays where it is until the pool is
    cleared; NULL when memory is short. */
void* tare_pool_take(TarePool* pool, size_t size);

/** A copy of n bytes with a NUL behind them; NULL when memory is short. */
char* tare_pool_copy(TarePool* pool, const char* text, size_t n);

/** Gives everything back. */
void tare_pool_clear(TarePool* pool);

#endif
