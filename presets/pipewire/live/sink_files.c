#define _XOPEN_SOURCE 700 /* realpath() */

#include "pipewire/live/sink_files.h"

#include "base/program.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/live/client.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/watcher.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static TareSinkResult result_of(TareStatus status)
{
    if (status == TARE_NO_MEMORY)
        return TARE_SINK_NO_MEMORY;
    return status == TARE_OK ? TARE_SINK_DONE : TARE_SINK_FAILED;
}

TareSinkResult tare_sink_files_write_chain(const TareSink* sink, const TareRack* rack,
                                           const char* path)
{
    return result_of(
        tare_chain_file_write(path, &sink->choice, rack, sink->plugins.ladspa, sink->reporter));
}

TareSinkResult tare_sink_files_write_start(const TareSink* sink, bool needs_watcher)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_path(program);
    TareStartFile start = {.is_alone = sink->choice.is_inside,
                           .watcher =
                               tare_start_file_can_watch(program) ? program : sink->start.watcher};
    if (!start.watcher) {
        tare_report(sink->reporter, needs_watcher ? TARE_ERROR : TARE_NOTE, NULL, 0, 0,
                    "PipeWire cannot start the watcher by the path '%s'; expected one without "
                    "quotes, backslashes and double blanks",
                    program);
        if (needs_watcher)
            return TARE_SINK_FAILED;
    }
    if (sink->choice.kind == TARE_CHAIN_LV2)
        start.lv2_path = sink->plugins.lv2_path  ? sink->plugins.lv2_path
                         : sink->plugins.has_lv2 ? NULL
                                                 : sink->start.lv2_path;
    return result_of(tare_start_file_write(sink->paths.start, &start, sink->reporter));
}

/** Removes a file, and what a link of that name leads to; false, reported, when it stays. */
static bool remove_file(const TareSink* sink, const char* path, bool* was_there)
{
    char* const real = realpath(path, NULL);
    if (real && strcmp(real, path) != 0)
        (void)unlink(real);
    free(real);
    *was_there = unlink(path) == 0;
    if (*was_there || errno == ENOENT || errno == ENOTDIR)
        return true;
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s cannot be removed: %s", path,
                strerror(errno));
    return false;
}

TareSinkResult tare_sink_files_remove(const TareSink* sink,
                                      void (*removed)(void* data, const char* path), void* data)
{
    const TareChainPaths* const paths = &sink->paths;
    char* const log = tare_remote_file(TARE_CLIENT_LOG_ENDING);
    char* const lock = tare_remote_file(TARE_WATCHER_LOCK_ENDING);
    const char* const files[] = {paths->start, paths->trial, paths->chain, paths->devices,
                                 paths->taste, log,          lock};
    const char* const folders[] = {paths->fragments, paths->folder, paths->settings};
    TareSinkResult result = TARE_SINK_DONE;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; ++i) {
        bool was_there = false;
        if (files[i] && !remove_file(sink, files[i], &was_there))
            result = TARE_SINK_FAILED;
        if (was_there)
            removed(data, files[i]);
    }
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; ++i)
        (void)rmdir(folders[i]); /* stays when anything is in it */
    free(log);
    free(lock);
    return result;
}
