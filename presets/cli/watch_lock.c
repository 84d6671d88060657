#include "cli/watch_lock.h"

#include "text.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { TRIES = 40, TRY_NS = 50000000 };

/** "FOLDER/tare-watch-REMOTE.lock", to be freed; NULL without a folder for such things. */
static char* lock_path(void)
{
    const char* const folder = getenv("XDG_RUNTIME_DIR");
    const char* const remote = getenv("PIPEWIRE_REMOTE");
    if (!folder || folder[0] != '/')
        return NULL;
    TareText path = {0};
    const char* const name = remote && remote[0] != '\0' ? remote : "pipewire-0";
    tare_text_format(&path, "%s/tare-watch-", folder);
    for (const char* c = name; *c; ++c)
        tare_text_append(&path, *c == '/' ? "_" : c, 1);
    tare_text_append(&path, ".lock", 5);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

static int open_lock(void)
{
    char* const path = lock_path();
    const int lock = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    free(path);
    return lock;
}

int tare_watch_lock_take(void)
{
    static const struct timespec pause = {0, TRY_NS};
    const int lock = open_lock();
    bool is_taken = false;
    for (unsigned i = 0; lock >= 0 && !is_taken && i < TRIES; ++i) {
        is_taken = flock(lock, LOCK_EX | LOCK_NB) == 0;
        if (!is_taken)
            nanosleep(&pause, NULL);
    }
    if (!is_taken) {
        if (lock >= 0)
            close(lock);
        return -1;
    }
    if (ftruncate(lock, 0) == 0)
        dprintf(lock, "%ld\n", (long)getpid());
    return lock;
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
