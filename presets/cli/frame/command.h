/* The commands of the program, and what they have in common. */

#ifndef TARE_CLI_COMMAND_H
#define TARE_CLI_COMMAND_H

#include "base/report.h"

/** What the program tells the one who called it. */
typedef enum {
    TARE_EXIT_DONE = 0,
    TARE_EXIT_UNUSED = 1, ///< nothing found, or something could not be used
    TARE_EXIT_WRONG = 2   ///< wrong call or unreadable input
} TareExit;

/** What stands behind the name of a command on the command line; after tare_options_parse() what
    is left of it without the options. */
typedef struct {
    int n;
    char** texts;
} TareArguments;

typedef struct TareCommand {
    const char* name;
    const char* arguments; ///< as the usage line shows them: "QUERY..."
    const char* summary;   ///< one line, a sentence without its full stop
    const char* example;   ///< arguments that work, for the help
    TareExit (*run)(const struct TareCommand* command, TareArguments arguments);
    const char*
        note; ///< what else the help tells, lines without the last newline; NULL for nothing
} TareCommand;

/** All commands in the order of the help, ended by one without a name. */
extern const TareCommand tare_commands[];

TareExit tare_command_help(const TareCommand* command, TareArguments arguments);
TareExit tare_command_version(const TareCommand* command, TareArguments arguments);
TareExit tare_command_find(const TareCommand* command, TareArguments arguments);
TareExit tare_command_list(const TareCommand* command, TareArguments arguments);
TareExit tare_command_show(const TareCommand* command, TareArguments arguments);
TareExit tare_command_review(const TareCommand* command, TareArguments arguments);
TareExit tare_command_response(const TareCommand* command, TareArguments arguments);
TareExit tare_command_plot(const TareCommand* command, TareArguments arguments);
TareExit tare_command_render(const TareCommand* command, TareArguments arguments);
TareExit tare_command_export(const TareCommand* command, TareArguments arguments);
TareExit tare_command_formats(const TareCommand* command, TareArguments arguments);
TareExit tare_command_fit(const TareCommand* command, TareArguments arguments);
TareExit tare_command_targets(const TareCommand* command, TareArguments arguments);
TareExit tare_command_install(const TareCommand* command, TareArguments arguments);
TareExit tare_command_uninstall(const TareCommand* command, TareArguments arguments);
TareExit tare_command_use(const TareCommand* command, TareArguments arguments);
TareExit tare_command_off(const TareCommand* command, TareArguments arguments);
TareExit tare_command_status(const TareCommand* command, TareArguments arguments);
TareExit tare_command_device(const TareCommand* command, TareArguments arguments);

/** The command of a name; NULL when there is none. */
const TareCommand* tare_command_find_name(const char* name);

/** Says that there is no such command, and which one may have been meant. */
TareExit tare_command_unknown(const char* name);

#endif
