#include "cli/chain.h"

#include "cli/detached.h"
#include "pipewire/chain_file.h"

#include <stddef.h>

static const char program[] = "pipewire";

/** By what its last argument ends in: the daemon starts the chain's file, we do the trial's. */
static const char* const arguments[] = {TARE_CHAIN_FILE_NAME, TARE_TRIAL_FILE_NAME};
enum { N_ARGUMENTS = sizeof arguments / sizeof arguments[0] };

pid_t tare_chain_start(char* path, const char* log)
{
    char name[] = "pipewire";
    char option[] = "-c";
    char* const words[] = {name, option, path, NULL};
    return tare_detached_start(words, log);
}

bool tare_chain_end(pid_t process)
{
    for (size_t i = 0; i < N_ARGUMENTS; ++i)
        if (tare_detached_end(process, program, arguments[i]))
            return true;
    return false;
}

bool tare_chain_is_there(void)
{
    for (size_t i = 0; i < N_ARGUMENTS; ++i)
        if (tare_detached_is_there(program, arguments[i]))
            return true;
    return false;
}

void tare_chain_sweep(pid_t but)
{
    for (size_t i = 0; i < N_ARGUMENTS; ++i)
        tare_detached_sweep(program, arguments[i], but);
}
