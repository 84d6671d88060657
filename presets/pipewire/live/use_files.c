#define _XOPEN_SOURCE 700 /* realpath() */

#include "pipewire/live/use_files.h"

#include "base/number.h"
#include "base/program.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "pipewire/live/chain.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/watch_lock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is told: the ear would begin to notice it. */
#define ERROR_TOLD_DB 0.1

TareExit tare_use_no_plugin(const TareUse* use)
{
    if (use->plugins.problem)
        tare_cli_error(use->command, "the plugin cannot be loaded: %s", use->plugins.problem);
    else if (use->choice.kind == TARE_CHAIN_LV2)
        tare_cli_error(
            use->command,
            "the bundle tare.lv2 is not where PipeWire looks for LV2 plugins; expected it "
            "in ~/.lv2, /usr/local/lib/lv2 or /usr/lib/lv2, or LV2_PATH");
    else
        tare_cli_error(
            use->command,
            "the LADSPA library tare.so is nowhere to be found; expected it where it was "
            "installed, or in LADSPA_PATH");
    return TARE_EXIT_UNUSED;
}

static TareExit refuse(const TareUse* use, TareRackResult result)
{
    const char* const kind = tare_chain_kind_name(use->choice.kind);
    if (result == TARE_RACK_NO_MEMORY)
        return tare_cli_no_memory(use->command);
    if (result == TARE_RACK_TONE) {
        tare_cli_error(use->command,
                       "kind %s has no bass, treble and tilt; expected --kind lv2 or ladspa", kind);
        return TARE_EXIT_WRONG;
    }
    tare_cli_error(use->command,
                   "kind %s has no room for the bands of this correction; expected --kind lv2 or "
                   "ladspa",
                   kind);
    return TARE_EXIT_UNUSED;
}

TareExit tare_use_make_rack(TareUse* use, double rate_hz, TareRack* rack)
{
    if (!tare_chain_kind_is_plugin(use->choice.kind))
        use->choice.rate_hz = rate_hz;
    const TareControls controls = use->choice.is_off ? tare_rack_flat() : use->choice.controls;
    const TareRackResult result = tare_rack_make(rack, use->choice.kind, &controls, rate_hz);
    if (result != TARE_RACK_DONE)
        return refuse(use, result);
    const double error_db = rack->cookbook.error_db + rack->cookbook.rounding_db;
    if (error_db > ERROR_TOLD_DB)
        tare_cli_note(
            use->command,
            "kind %s is off by up to %.2f dB at %.0f Hz (near %.0f Hz); lv2 and ladspa are "
            "exact",
            tare_chain_kind_name(rack->kind), error_db, rate_hz, rack->cookbook.error_freq_hz);
    return TARE_EXIT_DONE;
}

static TareExit exit_of(const TareUse* use, TareStatus status)
{
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(use->command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_use_write_chain(const TareUse* use, const TareRack* rack, const char* path)
{
    return exit_of(use, tare_chain_file_write(path, &use->choice, rack, use->plugins.ladspa,
                                              tare_cli_reporter()));
}

TareExit tare_use_write_start(TareUse* use, TareWatcher watcher)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_path(program);
    TareStartFile start = {0};
    if (watcher == TARE_WATCHER_THIS || (watcher == TARE_WATCHER_AS_BEFORE && use->start.watcher &&
                                         tare_start_file_can_watch(program)))
        start.watcher = program;
    else if (watcher == TARE_WATCHER_AS_BEFORE)
        start.watcher = use->start.watcher;
    if (use->choice.kind == TARE_CHAIN_LV2)
        start.lv2_path = use->plugins.lv2_path  ? use->plugins.lv2_path
                         : use->plugins.has_lv2 ? NULL
                                                : use->start.lv2_path;
    return exit_of(use, tare_start_file_write(use->paths.start, &start, tare_cli_reporter()));
}

/** Removes a file, and what a link of that name leads to. */
static bool remove_file(const TareUse* use, const char* path)
{
    char* const real = realpath(path, NULL);
    if (real && strcmp(real, path) != 0)
        (void)unlink(real);
    free(real);
    if (unlink(path) == 0) {
        fputs("removed ", stdout);
        tare_terminal_print(stdout, path);
        putchar('\n');
        return true;
    }
    if (errno == ENOENT || errno == ENOTDIR)
        return true;
    tare_cli_error(use->command, "%s cannot be removed: %s", path, strerror(errno));
    return false;
}

TareExit tare_use_remove_files(const TareUse* use)
{
    char* const log = tare_remote_file(TARE_CHAIN_LOG_ENDING);
    char* const lock = tare_remote_file(TARE_WATCH_LOCK_ENDING);
    const char* const files[] = {
        use->paths.start, use->paths.trial, use->paths.chain, use->paths.devices, log, lock};
    const char* const folders[] = {use->paths.fragments, use->paths.folder, use->paths.settings};
    TareExit state = TARE_EXIT_DONE;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; ++i)
        if (files[i] && !remove_file(use, files[i]))
            state = TARE_EXIT_UNUSED;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; ++i)
        (void)rmdir(folders[i]); /* stays when anything is in it */
    free(log);
    free(lock);
    return state;
}
