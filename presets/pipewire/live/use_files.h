/* The files of `tare use`: written whole, and only when they change. */

#ifndef TARE_CLI_USE_FILES_H
#define TARE_CLI_USE_FILES_H

#include "cli/sink/use.h"

/** Says that the plugin of the choice's kind is not there; always TARE_EXIT_UNUSED. */
TareExit tare_use_no_plugin(const TareUse* use);

/** Fills a rack for the choice, flat when it is off, and notes the rate in the choice. Says what
   cannot be played in this kind, and where it is off by more than 0.1 dB. */
TareExit tare_use_make_rack(TareUse* use, double rate_hz, TareRack* rack);

/** Writes the choice with its chain to `path`. */
TareExit tare_use_write_chain(const TareUse* use, const TareRack* rack, const char* path);

/** What the watcher of the devices shall be. */
typedef enum {
    TARE_WATCHER_AS_BEFORE,
    TARE_WATCHER_NONE,
    TARE_WATCHER_THIS ///< this program
} TareWatcher;

/** Writes the fragment that starts the chain with each session, and a watcher. */
TareExit tare_use_write_start(TareUse* use, TareWatcher watcher);

/** Removes every file that these commands write, and the folders that are empty then; tells which.
 */
TareExit tare_use_remove_files(const TareUse* use);

#endif
