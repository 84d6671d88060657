#include "pipewire/live/watch_lock.h"

#include "pipewire/live/remote.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { TRIES = 40, TRY_NS = 50000000 };

static int open_lock(void)
{
    char* const path = tare_remote_file(TARE_WATCH_LOCK_ENDING);
    const int lock = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
    free(path);
    return lock;
}

TareWatchLock tare_watch_lock_take(int* descriptor)
{
    static const struct timespec pause = {0, TRY_NS};
    const int lock = open_lock();
    *descriptor = -1;
    if (lock < 0)
        return TARE_WATCH_NO_LOCK;
    for (unsigned i = 0; i < TRIES; ++i) {
        if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
            if (ftruncate(lock, 0) == 0)
                dprintf(lock, "%ld\n", (long)getpid());
            *descriptor = lock;
            return TARE_WATCH_TAKEN;
        }
        nanosleep(&pause, NULL);
    }
    close(lock);
    return TARE_WATCH_HELD;
}

pid_t tare_watch_lock_holder(void)
{
    char text[32] = "";
    const int lock = open_lock();
    if (lock < 0)
        return 0;
    pid_t holder = 0;
    if (flock(lock, LOCK_EX | LOCK_NB) != 0 && read(lock, text, sizeof text - 1) > 0)
        holder = (pid_t)strtol(text, NULL, 10);
    close(lock);
    return holder;
}
