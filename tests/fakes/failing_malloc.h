/* Makes one chosen allocation fail, to test that every one is checked.

   A test program whose text mentions this header is linked so that malloc, calloc, realloc,
   aligned_alloc, strdup and strndup, when called by the project's own code, come through here. What
   other libraries allocate for themselves is not touched.

       for (unsigned n = 1;; ++n) {
           failing_malloc_start(n);
           Thing* const thing = thing_new();
           const unsigned n_asked = failing_malloc_stop();
           ... thing is NULL, or whole; free it ...
           if (n_asked < n) {
               break; // every allocation has failed once
           }
       }
 */

#ifndef TARE_FAILING_MALLOC_H
#define TARE_FAILING_MALLOC_H

/** From now on the n-th allocation fails, counted from 1, and only that one. With 0 none does. */
void failing_malloc_start(unsigned n);

/** All allocations succeed again. Returns how many were asked for since the start. */
unsigned failing_malloc_stop(void);

#endif
