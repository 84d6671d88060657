/* A process beside this one that puts things right when this one is killed and cannot do so itself.
 */

#ifndef TARE_GUARD_H
#define TARE_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct TareGuard {
    int line; ///< to the process; -1: none
    pid_t process;
    size_t size;
} TareGuard;

/** Starts it, as a copy of this process with nothing open, which no signal but SIGKILL ends; to be
    called before there are threads. When this process has ended, however it did, `restore` is
    called there with the `size` bytes that were last told, if any were. False, and errno. */
bool tare_guard_start(TareGuard* guard, size_t size, void (*restore)(void* told));

/** Tells what there is to restore. False when nobody listens any more. */
bool tare_guard_tell(const TareGuard* guard, const void* told);

/** There is nothing to restore any more: ends it, and waits for its end. One that was not started
    is allowed. */
void tare_guard_end(TareGuard* guard);

#endif
