#include "cli/chain.h"

#include "cli/detached.h"

#include <stddef.h>

static const char program[] = "pipewire";

/** By its last argument: the daemon starts the chain's file by its name, we start the trial's by
   its path, and a person may start the chain's by its path. */
enum { N_ARGUMENTS = 3 };

static void list_arguments(const TareChainPaths* paths, const char* arguments[N_ARGUMENTS])
{
    arguments[0] = TARE_CHAIN_FILE_NAME;
    arguments[1] = paths->trial;
    arguments[2] = paths->chain;
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
    const char* arguments[N_ARGUMENTS];
    list_arguments(paths, arguments);
    for (size_t i = 0; i < N_ARGUMENTS; ++i)
        if (tare_detached_end(process, program, arguments[i]))
            return true;
    return false;
}

bool tare_chain_is_there(const TareChainPaths* paths)
{
    const char* arguments[N_ARGUMENTS];
    list_arguments(paths, arguments);
    for (size_t i = 0; i < N_ARGUMENTS; ++i)
        if (tare_detached_next(0, program, arguments[i]) != 0)
            return true;
    return false;
}

void tare_chain_sweep(const TareChainPaths* paths, pid_t but)
{
    const char* arguments[N_ARGUMENTS];
    list_arguments(paths, arguments);
    for (size_t i = 0; i < N_ARGUMENTS; ++i) {
        pid_t process = 0;
        while ((process = tare_detached_next(process, program, arguments[i])) != 0)
            if (process != but)
                (void)tare_detached_end(process, program, arguments[i]);
    }
}
