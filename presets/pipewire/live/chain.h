/* The processes that run chains: clients of PipeWire, started by us or by its daemon. */

#ifndef TARE_CLI_CHAIN_H
#define TARE_CLI_CHAIN_H

#include "pipewire/chain/chain_file.h"

#include <stdbool.h>
#include <sys/types.h>

/** What a chain that we start has to say goes to a file of this ending: see tare_remote_file(). */
#define TARE_CHAIN_LOG_ENDING "log"

/** Starts the trial file's chain; what it says goes to `log`, or nowhere for NULL. Returns the
    process, or -1 and errno. */
pid_t tare_chain_start(const TareChainPaths* paths, const char* log);

/** Ends one; false when the process is no chain of these files, or may not be ended. */
bool tare_chain_end(const TareChainPaths* paths, pid_t process);

/** Whether a chain is there, which may have no sink: one that is about to start, or one that lost
    its daemon. */
bool tare_chain_is_there(const TareChainPaths* paths);

/** Ends every chain but that of one process: what ran before PipeWire was restarted stays behind,
    idle. */
void tare_chain_sweep(const TareChainPaths* paths, pid_t but);

#endif
