/* Which PipeWire a program talks to: the path of its socket, by the environment. */

#ifndef TARE_PIPEWIRE_REMOTE_H
#define TARE_PIPEWIRE_REMOTE_H

#include <stdbool.h>
#include <stddef.h>

enum { TARE_REMOTE_PATH = 512 };

/** Looks a variable of an environment up; NULL when it is not there. */
typedef const char* (*TareRemoteLookup)(const void* environment, const char* name);

/** The path of the socket that PIPEWIRE_REMOTE, PIPEWIRE_RUNTIME_DIR and XDG_RUNTIME_DIR name.
   False when they name none. */
bool tare_remote_socket(char path[TARE_REMOTE_PATH], TareRemoteLookup lookup,
                        const void* environment);

/** That of this process. */
bool tare_remote_own_socket(char path[TARE_REMOTE_PATH]);

/** A file beside the socket, "FOLDER/tare-pipewire-0.ENDING"; to be freed. NULL without a socket,
   or when memory is short. */
char* tare_remote_file(const char* ending);

#endif
