/* The processes that run chains: clients of PipeWire, started by us or by its daemon. */

#ifndef TARE_CLI_CHAIN_H
#define TARE_CLI_CHAIN_H

#include <stdbool.h>
#include <sys/types.h>

/** Starts one with a configuration of that path; what it says goes to `log`, or nowhere for NULL.
    Returns the process, or -1 and errno. */
pid_t tare_chain_start(char* path, const char* log);

/** Ends one; false when the process is no chain of ours, or stays. */
bool tare_chain_end(pid_t process);

/** Whether a chain of this session is there, which may have no sink: one that is about to start, or
    one that lost its daemon. */
bool tare_chain_is_there(void);

/** Ends every chain of this session but that of one process: what ran before PipeWire was restarted
    stays behind, idle. */
void tare_chain_sweep(pid_t but);

#endif
