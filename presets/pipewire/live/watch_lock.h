/* That one program at a time follows the devices of a session. */

#ifndef TARE_CLI_WATCH_LOCK_H
#define TARE_CLI_WATCH_LOCK_H

#include <stdbool.h>
#include <sys/types.h>

/** The ending of the lock's file: see tare_remote_file(). */
#define TARE_WATCH_LOCK_ENDING "watch.lock"

typedef enum {
    TARE_WATCH_TAKEN,
    TARE_WATCH_HELD,   ///< by somebody else
    TARE_WATCH_NO_LOCK ///< there is no place for one
} TareWatchLock;

/** Takes the lock of this session; one whose holder is about to end is waited for, for two seconds.
    `descriptor` holds it until it is closed; -1 unless it was taken. */
TareWatchLock tare_watch_lock_take(int* descriptor);

/** The process that has it; 0 when none has. */
pid_t tare_watch_lock_holder(void);

#endif
