/* Files of the command line: none is written that is read as well. */

#ifndef TARE_CLI_OPTION_FILES_H
#define TARE_CLI_OPTION_FILES_H

#include <stdbool.h>

typedef struct TareArguments TareArguments;
typedef struct TareCommand TareCommand;

/** Whether each file that an option writes is none of the others in the call, whatever the names by
    which they are reached; says on stderr which one is not. `request` is filled. */
bool tare_option_files_check(const TareCommand* command, TareArguments operands,
                             const void* request);

/** The same for a file that an operand names: whether it is that of no option. */
bool tare_option_files_spare(const TareCommand* command, const char* path, const void* request);

#endif
