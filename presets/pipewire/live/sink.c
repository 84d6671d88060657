#include "pipewire/live/sink.h"

#include "base/lock.h"
#include "base/path.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/rack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOOK_PATIENCE_MS = 2000, CHANGE_PATIENCE_MS = 20000 };

/* What is told: the ear would begin to notice it. */
#define ERROR_TOLD_DB 0.1

TareSinkResult tare_sink_make_folder(const TareSink* sink, const char* path)
{
    char* const inside = tare_path_join(path, "");
    const bool is_there = inside && tare_path_make_folders(inside);
    if (!is_there)
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s: folder cannot be made: %s", path,
                    strerror(inside ? errno : ENOMEM));
    free(inside);
    return is_there ? TARE_SINK_DONE : TARE_SINK_FAILED;
}

static bool may_write(TareSink* sink)
{
    const TareChainPaths* const paths = &sink->paths;
    sink->in_the_way = !tare_chain_file_may_write(paths->chain)   ? paths->chain
                       : !tare_chain_file_may_write(paths->trial) ? paths->trial
                       : !tare_start_file_may_write(paths->start) ? paths->start
                                                                  : NULL;
    return !sink->in_the_way;
}

/** Locks the folder itself, so that no file stays behind. False when another program has it; one
    who only looks does so all the same. */
static bool lock_folder(TareSink* sink, TareSinkAccess access)
{
    sink->lock = open(sink->paths.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (sink->lock < 0)
        return true;
    if (access != TARE_SINK_LOOK)
        return tare_lock_take(sink->lock, TARE_LOCK_ALONE, CHANGE_PATIENCE_MS);
    (void)tare_lock_take(sink->lock, TARE_LOCK_SHARED, LOOK_PATIENCE_MS);
    return true;
}

/** Whether the folder is still the one that was locked: whoever had the lock before may have
    removed it. Without one there is nothing that two could do at once. */
static bool is_locked(TareSink* sink, TareSinkAccess access)
{
    struct stat locked, there;
    if (sink->lock >= 0 && fstat(sink->lock, &locked) == 0 &&
        stat(sink->paths.folder, &there) == 0 && locked.st_ino == there.st_ino &&
        locked.st_dev == there.st_dev)
        return true;
    if (sink->lock >= 0)
        close(sink->lock);
    sink->lock = -1;
    return access != TARE_SINK_MAKE;
}

static TareSinkResult make_and_lock(TareSink* sink, TareSinkAccess access)
{
    TareSinkResult result = TARE_SINK_DONE;
    do {
        if (access == TARE_SINK_MAKE)
            result = tare_sink_make_folder(sink, sink->paths.folder);
        if (result == TARE_SINK_DONE && !lock_folder(sink, access))
            result = TARE_SINK_BUSY;
    } while (result == TARE_SINK_DONE && !is_locked(sink, access));
    return result == TARE_SINK_DONE && access == TARE_SINK_MAKE
               ? tare_sink_make_folder(sink, sink->paths.fragments)
               : result;
}

TareSinkResult tare_sink_open(TareSink* sink, TareSinkAccess access, const TareReporter* reporter)
{
    *sink = (TareSink){.reporter = reporter, .lock = -1, .choice = tare_choice_none()};
    if (!tare_chain_paths_find(&sink->paths))
        return TARE_SINK_NO_HOME;
    const TareSinkResult result = make_and_lock(sink, access);
    if (result != TARE_SINK_DONE)
        return result;
    if (!tare_start_file_read(&sink->start, sink->paths.start))
        return TARE_SINK_NO_MEMORY;
    if (access != TARE_SINK_LOOK)
        tare_plugins_find(&sink->plugins, sink->start.lv2_path);
    if (!may_write(sink))
        return TARE_SINK_NOT_OURS;
    const TareStatus status = tare_chain_file_read(&sink->choice, sink->paths.chain, reporter);
    sink->has_choice = status == TARE_OK;
    /* a damaged one of ours has been reported, and is as good as none */
    return status == TARE_NO_MEMORY ? TARE_SINK_NO_MEMORY : TARE_SINK_DONE;
}

void tare_sink_close(TareSink* sink)
{
    tare_chain_paths_clear(&sink->paths);
    tare_start_file_clear(&sink->start);
    tare_plugins_clear(&sink->plugins);
    if (sink->lock >= 0)
        close(sink->lock);
    sink->lock = -1;
}

static TareSinkResult refusal(TareRackResult result)
{
    return result == TARE_RACK_NO_MEMORY ? TARE_SINK_NO_MEMORY
           : result == TARE_RACK_TONE    ? TARE_SINK_NO_TONE
                                         : TARE_SINK_NO_ROOM;
}

/** What the kind can play of the choice. */
static TareControls playable_of(const TareSink* sink)
{
    const TareChoice* const choice = &sink->choice;
    const TareControls controls = tare_choice_switched(choice, &choice->controls);
    if (tare_taste_has_tone(&choice->own)) /* it was asked for, and is refused */
        return controls;
    const TareControls playable = tare_rack_playable(choice->kind, &controls);
    if (!sink->has_told && !tare_controls_equal(&playable, &controls))
        tare_report(sink->reporter, TARE_NOTE, NULL, 0, 0,
                    "kind %s has no bass, treble and tilt; those of 'tare taste' are left out",
                    tare_chain_kind_name(choice->kind));
    return playable;
}

TareSinkResult tare_sink_make_rack(TareSink* sink, double rate_hz, TareRack* rack)
{
    TareChoice* const choice = &sink->choice;
    if (!tare_chain_kind_is_plugin(choice->kind))
        choice->rate_hz = rate_hz;
    const TareControls controls = playable_of(sink);
    const TareRackResult result = tare_rack_make(rack, choice->kind, &controls, rate_hz);
    if (result != TARE_RACK_DONE)
        return refusal(result);
    const double error_db = rack->cookbook.error_db + rack->cookbook.rounding_db;
    if (!sink->has_told && error_db > ERROR_TOLD_DB)
        tare_report(sink->reporter, TARE_NOTE, NULL, 0, 0,
                    "kind %s is off by up to %.2f dB at %.0f Hz (near %.0f Hz); lv2 and ladspa are "
                    "exact",
                    tare_chain_kind_name(rack->kind), error_db, rate_hz,
                    rack->cookbook.error_freq_hz);
    sink->has_told = true;
    return TARE_SINK_DONE;
}
