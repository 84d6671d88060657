/* That one program at a time follows the devices of a session. */

#ifndef TARE_CLI_WATCH_LOCK_H
#define TARE_CLI_WATCH_LOCK_H

#include <stdbool.h>
#include <sys/types.h>

/** Takes the lock of this session; one whose holder is about to end is waited for, for two seconds.
    Returns a descriptor that holds it until it is closed, or -1 when somebody has it. */
int tare_watch_lock_take(void);

/** The process that has it; 0 when none has. */
pid_t tare_watch_lock_holder(void);

#endif
