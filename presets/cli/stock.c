#define _XOPEN_SOURCE 700 /* realpath() */

#include "cli/stock.h"

#include "cli/cli.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_PATH = 4096 };

static bool is_folder(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/** Whether this very program lies in the folder in which it was built. */
static bool runs_from_build_tree(void)
{
    char program[MAX_PATH];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    char* const build = length > 0 ? realpath(TARE_BUILD_DIR, NULL) : NULL;
    if (!build)
        return false;
    program[length] = '\0';
    const size_t build_length = strlen(build);
    const bool found = strncmp(program, build, build_length) == 0 && program[build_length] == '/';
    free(build);
    return found;
}

static TareStatus add_shared(const TareCommand* command, TareCatalogue* catalogue)
{
    const char* const wanted = getenv("TARE_CATALOGUE");
    if (wanted && wanted[0] != '\0')
        return tare_catalogue_add_folder(catalogue, wanted, tare_cli_reporter());
    if (runs_from_build_tree() && is_folder(TARE_SOURCE_DIR "/presets/catalogue"))
        return tare_catalogue_add_folder(catalogue, TARE_SOURCE_DIR "/presets/catalogue",
                                         tare_cli_reporter());
    if (is_folder(TARE_DATA_DIR "/catalogue"))
        return tare_catalogue_add_folder(catalogue, TARE_DATA_DIR "/catalogue",
                                         tare_cli_reporter());
    tare_cli_note(command,
                  "no catalogue in %s/catalogue; expected it there, or its folder in the "
                  "environment as TARE_CATALOGUE",
                  TARE_DATA_DIR);
    return TARE_OK;
}

static TareStatus add_own(TareCatalogue* catalogue)
{
    const char* const data = getenv("XDG_DATA_HOME");
    const char* const home = getenv("HOME");
    TareText path = {0};
    if (data && data[0] == '/')
        tare_text_format(&path, "%s/tare", data);
    else if (home && home[0] == '/')
        tare_text_format(&path, "%s/.local/share/tare", home);
    TareStatus status = path.failed ? TARE_NO_MEMORY : TARE_OK;
    if (status == TARE_OK && path.data && is_folder(path.data))
        status = tare_catalogue_add_folder(catalogue, path.data, tare_cli_reporter());
    tare_text_clear(&path);
    return status;
}

TareExit tare_stock_open(const TareCommand* command, TareCatalogue** catalogue)
{
    *catalogue = tare_catalogue_new();
    if (!*catalogue)
        return tare_cli_no_memory(command);
    TareStatus status = add_shared(command, *catalogue);
    if (status == TARE_OK || status == TARE_BAD_INPUT) {
        const TareStatus own = add_own(*catalogue);
        status = own == TARE_NO_MEMORY ? own : TARE_OK;
    }
    if (status == TARE_OK)
        return TARE_EXIT_DONE;
    tare_catalogue_free(*catalogue);
    *catalogue = NULL;
    return tare_cli_exit_of(command, status);
}
