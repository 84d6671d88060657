/* What is common to commands that put files of the listener beside the catalogue. */

#ifndef TARE_CLI_OWN_FILES_H
#define TARE_CLI_OWN_FILES_H

#include "cli/frame/cli.h"

typedef struct TareWalk TareWalk;

/** The folder of the listener's own corrections, to be freed; NULL when there is none, which has
    been said. */
char* tare_own_files_folder(const TareCommand* command);

/** All files that are meant; a folder that cannot be read is reported. The walk is cleared by the
    caller in any case. */
TareStatus tare_own_files_walk(TareWalk* walk, TareArguments paths, const TareReporter* reporter);

#endif
