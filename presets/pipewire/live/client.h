/* The clients of PipeWire that run chains: processes started by us or by its daemon. */

#ifndef TARE_PIPEWIRE_CLIENT_H
#define TARE_PIPEWIRE_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct TareChainPaths TareChainPaths;

/** What a client that we start has to say goes to a file of this ending: see tare_remote_file(). */
#define TARE_CLIENT_LOG_ENDING "log"

/** Starts the chain of a file; `lv2_path` is what LV2_PATH must be for it, NULL: what it is. What
    the client says goes to `log`, or nowhere for NULL. Returns the process, or -1 and errno. */
pid_t tare_client_start(const char* file, const char* lv2_path, const char* log);

/** The last line with an error in such a file, without what stands before its message, into
    `line`; "" when there is none. */
void tare_client_last_error(const char* log, char* line, size_t size);

/** Ends one and waits for its end; false when the process runs no chain of these files, or may not
    be ended. */
bool tare_client_end(const TareChainPaths* paths, pid_t process);

/** Whether a client is there, which may have no sink: one that is about to start, or one that lost
    its daemon. */
bool tare_client_is_there(const TareChainPaths* paths);

/** Ends every client. */
void tare_client_end_all(const TareChainPaths* paths);

/** Ends every client that is older than this program, but that of one process: what ran before
    PipeWire was restarted stays behind, idle. A younger one is that of a PipeWire that was
   restarted in the meantime, of which this program may not know yet. */
void tare_client_sweep(const TareChainPaths* paths, pid_t but);

#endif
