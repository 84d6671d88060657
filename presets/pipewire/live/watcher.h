/* The program that follows the outputs of a session, `tare device watch`: one at a time. */

#ifndef TARE_PIPEWIRE_WATCHER_H
#define TARE_PIPEWIRE_WATCHER_H

#include "base/report.h"

#include <stdbool.h>

/** The ending of the lock's file: see tare_remote_file(). */
#define TARE_WATCHER_LOCK_ENDING "watch.lock"

typedef enum {
    TARE_WATCHER_IS_ME,
    TARE_WATCHER_IS_ANOTHER,
    TARE_WATCHER_NO_LOCK ///< there is no place for one
} TareWatcherLock;

/** Takes the lock of this session; one whose holder is about to end is waited for, for two seconds.
    `descriptor` holds it until it is closed; -1 unless it was taken. */
TareWatcherLock tare_watcher_lock(int* descriptor);

/** Starts this program as the watcher, if nobody has the lock. TARE_IO_ERROR, reported, when it
    cannot be started. */
TareStatus tare_watcher_start(const TareReporter* reporter);

/** Whether one has the lock; one that is about to take it is waited for. */
bool tare_watcher_is_there(void);

/** Ends the one that has the lock, if any. */
void tare_watcher_end(void);

#endif
