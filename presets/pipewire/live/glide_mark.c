#include "pipewire/live/glide_mark.h"

#include "base/lock.h"
#include "pipewire/chain/port_values.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/remote.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char ending[] = "glide";

/** Opens and locks it; -1, and `is_anothers`, when it cannot be had. */
static int open_locked(const char* path, int flags, int patience_ms, bool* is_anothers)
{
    struct stat locked, there;
    *is_anothers = false;
    for (;;) {
        const int file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
        if (file < 0)
            return -1;
        *is_anothers = !tare_lock_take(file, TARE_LOCK_ALONE, patience_ms);
        if (!*is_anothers && fstat(file, &locked) == 0 && stat(path, &there) == 0 &&
            locked.st_ino == there.st_ino && locked.st_dev == there.st_dev)
            return file;
        close(file); /* the last one removed it meanwhile */
        if (*is_anothers)
            return -1;
    }
}

bool tare_glide_mark_take(TareGlideMark* mark, int patience_ms)
{
    bool is_anothers = false;
    char* const path = tare_remote_file(ending);
    mark->file = path ? open_locked(path, O_CREAT, patience_ms, &is_anothers) : -1;
    free(path);
    return !is_anothers;
}

void tare_glide_mark_write(const TareGlideMark* mark, const TareControls* goal)
{
    json_t* const ports = mark->file >= 0 ? tare_port_values_json(goal) : NULL;
    if (ports && ftruncate(mark->file, 0) == 0 && lseek(mark->file, 0, SEEK_SET) == 0)
        (void)json_dumpfd(ports, mark->file, JSON_REAL_PRECISION(15));
    json_decref(ports);
}

void tare_glide_mark_release(TareGlideMark* mark)
{
    char* const path = mark->file >= 0 ? tare_remote_file(ending) : NULL;
    if (path)
        unlink(path);
    if (mark->file >= 0)
        close(mark->file);
    mark->file = -1;
    free(path);
}

bool tare_glide_mark_find(TareControls* goal)
{
    bool is_anothers = false;
    char* const path = tare_remote_file(ending);
    TareGlideMark mark = {path ? open_locked(path, 0, TARE_GLIDE_PATIENCE_MS, &is_anothers) : -1};
    free(path);
    if (mark.file < 0)
        return false;
    json_t* const ports = json_loadfd(mark.file, 0, NULL);
    *goal = tare_rack_flat();
    const bool is_left = tare_port_values_take(goal, ports);
    json_decref(ports);
    tare_glide_mark_release(&mark);
    return is_left;
}
