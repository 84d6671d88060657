#include "cli/catalogue/own_files.h"

#include "base/walk.h"
#include "search/own_store.h"

#include <sys/stat.h>

char* tare_own_files_folder(const TareCommand* command)
{
    bool is_short_of_memory = false;
    char* const folder = tare_own_store_folder(&is_short_of_memory);
    if (is_short_of_memory)
        (void)tare_cli_no_memory(command);
    else if (!folder)
        tare_cli_error(command, "there is no home; expected its folder in the environment as HOME");
    return folder;
}

TareStatus tare_own_files_walk(TareWalk* walk, TareArguments paths, const TareReporter* reporter)
{
    TareStatus status = TARE_OK;
    for (int i = 0; i < paths.n && status == TARE_OK; ++i) {
        struct stat facts;
        const bool is_folder = stat(paths.texts[i], &facts) == 0 && S_ISDIR(facts.st_mode);
        status = is_folder ? tare_walk_folder(walk, paths.texts[i], "", reporter)
                           : tare_walk_file(walk, paths.texts[i]);
    }
    return status;
}
