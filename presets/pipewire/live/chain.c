#include "pipewire/live/chain.h"

#include "pipewire/live/detached.h"

#include <stddef.h>

/** What the last argument of a chain may be: the daemon starts the chain's file by its name, we
   start the trial's by its path, and a person may start the chain's by its path. */
enum { N_ARGUMENTS = 3 };

typedef struct {
    const char* arguments[N_ARGUMENTS + 1];
    TareRunning running;
} Chain;

static const TareRunning* chain_of(Chain* chain, const TareChainPaths* paths)
{
    *chain = (Chain){{TARE_CHAIN_FILE_NAME, paths->trial, paths->chain, NULL},
                     {"pipewire", chain->arguments}};
    return &chain->running;
}

pid_t tare_chain_start(const TareChainPaths* paths, const char* log)
{
    char name[] = "pipewire";
    char option[] = "-c";
    char* const words[] = {name, option, paths->trial, NULL};
    return tare_detached_start(words, log);
}

bool tare_chain_end(const TareChainPaths* paths, pid_t process)
{
    Chain chain;
    return tare_detached_end(process, chain_of(&chain, paths));
}

bool tare_chain_is_there(const TareChainPaths* paths)
{
    Chain chain;
    return tare_detached_next(0, chain_of(&chain, paths)) != 0;
}

void tare_chain_sweep(const TareChainPaths* paths, pid_t but)
{
    Chain chain;
    const TareRunning* const running = chain_of(&chain, paths);
    pid_t process = 0;
    while ((process = tare_detached_next(process, running)) != 0)
        if (process != but)
            (void)tare_detached_end(process, running);
}
