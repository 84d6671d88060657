#define _XOPEN_SOURCE 700 /* realpath() */

#include "pipewire/live/rules_watch.h"

#include "base/file_mark.h"
#include "base/path.h"
#include "pipewire/chain/chain_paths.h"

#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

struct TareRulesWatch {
    int files; ///< tells of changes
    bool is_on;
    TareFileMark begun; ///< the file that is being read,
    TareFileMark read;  ///< and the one that could be read last
};

TareRulesWatch* tare_rules_watch_new(void)
{
    TareRulesWatch* const watch = calloc(1, sizeof *watch);
    if (!watch)
        return NULL;
    watch->files = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->files >= 0)
        return watch;
    free(watch);
    return NULL;
}

void tare_rules_watch_free(TareRulesWatch* watch)
{
    if (watch)
        close(watch->files);
    free(watch);
}

int tare_rules_watch_fd(const TareRulesWatch* watch)
{
    return watch->files;
}

void tare_rules_watch_take(TareRulesWatch* watch)
{
    char events[4096] __attribute__((aligned(__alignof__(struct inotify_event))));
    (void)!read(watch->files, events, sizeof events);
}

/** Has the next thing told that comes to the folder in which that of the rules would be. */
static bool watch_above(const TareRulesWatch* watch, const TareChainPaths* paths)
{
    char* const above = tare_path_folder(paths->settings);
    const bool is_watched =
        above && inotify_add_watch(watch->files, above, IN_CREATE | IN_MOVED_TO | IN_ONESHOT) >= 0;
    free(above);
    return is_watched;
}

void tare_rules_watch_begin(TareRulesWatch* watch, const TareChainPaths* paths)
{
    static const uint32_t mask =
        IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE | IN_MOVE_SELF | IN_DELETE_SELF;
    char* const real = realpath(paths->devices, NULL);
    char* const folder = real ? tare_path_folder(real) : NULL;
    watch->begun = tare_file_mark(paths->devices);
    watch->is_on =
        inotify_add_watch(watch->files, paths->settings, mask) >= 0 || watch_above(watch, paths);
    if (folder)
        (void)inotify_add_watch(watch->files, folder, mask);
    free(folder);
    free(real);
}

bool tare_rules_watch_end(TareRulesWatch* watch)
{
    const bool is_same = tare_file_mark_is_same(&watch->begun, &watch->read);
    watch->read = watch->begun;
    return is_same;
}

bool tare_rules_watch_is_on(const TareRulesWatch* watch)
{
    return watch->is_on;
}
