#include "pipewire/live/watcher.h"

#include "base/lock.h"
#include "base/process.h"
#include "base/program.h"
#include "pipewire/live/remote.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The patience is for the watcher of a PipeWire that has just ended, which first ends what it kept:
   who gave up before would leave the new one without any. */
enum { PATIENCE_MS = 10000, START_TRIES = 20, END_TRIES = 4 };

static const struct timespec pause_between = {0, 50000000};

static int open_lock(void)
{
    char* const path = tare_remote_file(TARE_WATCHER_LOCK_ENDING);
    const int lock = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
    free(path);
    return lock;
}

TareWatcherLock tare_watcher_lock(int* descriptor)
{
    const int lock = open_lock();
    *descriptor = -1;
    if (lock < 0)
        return TARE_WATCHER_NO_LOCK;
    if (!tare_lock_take(lock, TARE_LOCK_ALONE, PATIENCE_MS)) {
        close(lock);
        return TARE_WATCHER_IS_ANOTHER;
    }
    if (ftruncate(lock, 0) == 0)
        dprintf(lock, "%ld\n", (long)getpid());
    *descriptor = lock;
    return TARE_WATCHER_IS_ME;
}

/** The process that has the lock; 0 when none has. Who looks at the same time is none. */
static pid_t holder_of_lock(void)
{
    char text[32] = "";
    const int lock = open_lock();
    if (lock < 0)
        return 0;
    pid_t holder = 0;
    if (!tare_lock_take(lock, TARE_LOCK_SHARED, 0) && read(lock, text, sizeof text - 1) > 0)
        holder = (pid_t)strtol(text, NULL, 10);
    close(lock);
    return holder;
}

TareStatus tare_watcher_start(const TareReporter* reporter)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_path(program);
    char device[] = "device";
    char watch[] = "watch";
    char* const arguments[] = {program, device, watch, NULL};
    if (holder_of_lock() > 0 || tare_process_start(arguments, NULL) > 0)
        return TARE_OK;
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s cannot be started: %s", program,
                strerror(errno));
    return TARE_IO_ERROR;
}

bool tare_watcher_is_there(void)
{
    for (unsigned i = 0; i < START_TRIES; ++i) {
        if (holder_of_lock() > 0)
            return true;
        nanosleep(&pause_between, NULL);
    }
    return false;
}

void tare_watcher_end(void)
{
    static const char* const arguments[] = {"watch", NULL};
    static const TareProcessKind kind = {"tare", arguments};
    pid_t watcher = 0;
    /* one that has just taken the lock may not have written yet who it is */
    for (unsigned i = 0;
         i < END_TRIES && (watcher = holder_of_lock()) > 0 && !tare_process_end(watcher, &kind);
         ++i)
        nanosleep(&pause_between, NULL);
}
