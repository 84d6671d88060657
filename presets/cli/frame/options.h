/* Options of the command line, read as the table of a command says. */

#ifndef TARE_CLI_OPTIONS_H
#define TARE_CLI_OPTIONS_H

#include "cli/frame/cli.h"

typedef struct TareOption TareOption;

typedef struct TareCommand TareCommand;

/** What a command goes on with after parsing: done is false, or else the program ends with state.
 */
typedef struct TareParsed {
    bool done;
    TareExit state;
    TareArguments operands;
} TareParsed;

/** Takes all options out of the arguments; their values go into `request`, the struct for which the
    command's table was made. `--help` prints the help of the command; a wrong option, value or
    number of operands is said on stderr. "--" ends the options. The array of arguments is
    reordered. */
TareParsed tare_options_parse(const TareCommand* command, TareArguments arguments, void* request);

/** The table of a command that takes nothing but `--json`: its request is a bool. */
extern const TareOption tare_options_json[];

#endif
