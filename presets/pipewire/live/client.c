#include "pipewire/live/client.h"

#include "base/file.h"
#include "base/process.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/live/remote.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LOG_BYTES = 1 << 20 };

/** What the last argument of a client may be: the daemon starts the chain's file by its name, we
   start the trial's by its path, and a person may start the chain's by its path. */
enum { N_ARGUMENTS = 3 };

typedef struct {
    const char* arguments[N_ARGUMENTS + 1];
    TareProcessKind kind;
} Client;

static const TareProcessKind* client_of(Client* client, const TareChainPaths* paths)
{
    *client = (Client){{TARE_CHAIN_FILE_NAME, paths->trial, paths->chain, NULL},
                       {"pipewire", client->arguments}};
    return &client->kind;
}

/** Whether a process talks to the same PipeWire as this one. */
static bool has_our_remote(const void* environment)
{
    char ours[TARE_REMOTE_PATH];
    char theirs[TARE_REMOTE_PATH];
    return tare_remote_own_socket(ours) &&
           tare_remote_socket(theirs, tare_process_variable, environment) &&
           strcmp(ours, theirs) == 0;
}

/** Two texts as one, to be freed; NULL when memory is short. */
static char* joined(const char* first, const char* second)
{
    const size_t size = strlen(first) + strlen(second) + 1;
    char* const text = malloc(size);
    if (text)
        snprintf(text, size, "%s%s", first, second);
    return text;
}

pid_t tare_client_start(const char* file, const char* lv2_path, const char* log)
{
    char env[] = "env";
    char name[] = "pipewire";
    char option[] = "-c";
    char* const variable = joined("LV2_PATH=", lv2_path ? lv2_path : "");
    char* const path = joined(file, "");
    char* const words[] = {env, variable, name, option, path, NULL};
    pid_t process = -1;
    if (variable && path)
        process = tare_process_start(lv2_path ? words : words + 2, log);
    else
        errno = ENOMEM;
    free(variable);
    free(path);
    return process;
}

bool tare_client_end(const TareChainPaths* paths, pid_t process)
{
    Client client;
    return tare_process_end(process, client_of(&client, paths));
}

bool tare_client_is_there(const TareChainPaths* paths)
{
    Client client;
    return tare_process_next(0, client_of(&client, paths), has_our_remote) != 0;
}

void tare_client_end_all(const TareChainPaths* paths)
{
    Client client;
    const TareProcessKind* const kind = client_of(&client, paths);
    pid_t process = 0;
    while ((process = tare_process_next(process, kind, has_our_remote)) != 0)
        (void)tare_process_end(process, kind);
}

void tare_client_sweep(const TareChainPaths* paths, pid_t but)
{
    Client client;
    const TareProcessKind* const kind = client_of(&client, paths);
    pid_t process = 0;
    while ((process = tare_process_next(process, kind, has_our_remote)) != 0)
        if (process != but && tare_process_is_older(process))
            (void)tare_process_end(process, kind);
}

void tare_client_last_error(const char* log, char* line, size_t size)
{
    char* text = NULL;
    size_t length = 0;
    line[0] = '\0';
    if (tare_file_read(log, MAX_LOG_BYTES, &text, &length, NULL) != TARE_OK)
        return;
    for (char* next = text; *next;) {
        const size_t n = strcspn(next, "\n");
        const bool is_error = strncmp(next, "[E]", 3) == 0;
        const char* const message = is_error ? strstr(next, ")] ") : NULL;
        if (message && message < next + n)
            snprintf(line, size, "%.*s", (int)(next + n - message - 3), message + 3);
        next += n + (next[n] == '\n');
    }
    free(text);
}
