/* The files of `tare use`: written whole, and only when they change. */

#ifndef TARE_CLI_USE_FILES_H
#define TARE_CLI_USE_FILES_H

#include "cli/use.h"

/** Says that the plugin of the choice's kind is not there; always TARE_EXIT_UNUSED. */
TareExit tare_use_no_plugin(const TareUse* use);

/** Fills a rack for the choice, flat when it is off. Says what cannot be played in this kind, and
    where it is off by more than 0.1 dB. */
TareExit tare_use_make_rack(const TareUse* use, double rate_hz, TareRack* rack);

/** Writes the choice with its chain to `path`. */
TareExit tare_use_write_chain(const TareUse* use, const TareRack* rack, const char* path);

/** Writes the fragment that starts the chain with each session, and a watcher of the devices. */
TareExit tare_use_write_start(const TareUse* use, bool with_watcher);

/** The same with a watcher if it had one before. */
TareExit tare_use_keep_start(const TareUse* use);

/** Removes every file that these commands write, and the folders that are empty then; tells which.
 */
TareExit tare_use_remove_files(const TareUse* use);

#endif
