#include "pipewire/live/remote.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool tare_remote_socket(char path[TARE_REMOTE_PATH], TareRemoteLookup lookup,
                        const void* environment)
{
    const char* remote = lookup(environment, "PIPEWIRE_REMOTE");
    const char* folder = lookup(environment, "PIPEWIRE_RUNTIME_DIR");
    if (!folder || folder[0] == '\0')
        folder = lookup(environment, "XDG_RUNTIME_DIR");
    if (!remote || remote[0] == '\0')
        remote = "pipewire-0";
    int length = 0;
    if (remote[0] == '/')
        length = snprintf(path, TARE_REMOTE_PATH, "%s", remote);
    else if (folder && folder[0] == '/')
        length = snprintf(path, TARE_REMOTE_PATH, "%s/%s", folder, remote);
    return length > 0 && length < TARE_REMOTE_PATH;
}

static const char* own_variable(const void* environment, const char* name)
{
    (void)environment;
    return getenv(name);
}

bool tare_remote_own_socket(char path[TARE_REMOTE_PATH])
{
    return tare_remote_socket(path, own_variable, NULL);
}

char* tare_remote_file(const char* ending)
{
    char socket[TARE_REMOTE_PATH];
    TareText path = {0};
    if (!tare_remote_own_socket(socket))
        return NULL;
    const char* const slash = strrchr(socket, '/');
    tare_text_format(&path, "%.*s/tare-%s.%s", (int)(slash - socket), socket, slash + 1, ending);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}
