#include "base/program.h"

#include <string.h>
#include <unistd.h>

void tare_program_path(char path[TARE_PROGRAM_PATH])
{
    const ssize_t length = readlink("/proc/self/exe", path, TARE_PROGRAM_PATH);
    const int is_whole = length > 0 && length < TARE_PROGRAM_PATH;
    path[is_whole ? length : 0] = '\0';
}

void tare_program_folder(char path[TARE_PROGRAM_PATH])
{
    tare_program_path(path);
    char* const slash = strrchr(path, '/');
    if (slash)
        *slash = '\0';
}
