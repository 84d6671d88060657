/* Memory for cmark, which cannot bear a failing allocation: its own allocator aborts the program.

   Ours gives cmark everything out of a pool. When memory is short it leaves cmark with a longjmp to
   the place where the pool was opened; nothing is lost, since all that cmark holds lies in the pool
   and is freed with it. */

#ifndef TARE_CMARK_MEMORY_H
#define TARE_CMARK_MEMORY_H

#include <cmark.h>
#include <stdbool.h>

/** Calls `work` with an allocator for cmark and frees all that was taken from it afterwards. `work`
    must hold nothing else that has to be freed while it calls cmark. False when memory was short:
    `work` was left half-way. Not to be nested. */
bool tare_cmark_run(void (*work)(cmark_mem* memory, void* data), void* data);

#endif
