/* The commands of the program, and what they have in common. */

#ifndef TARE_CLI_COMMAND_H
#define TARE_CLI_COMMAND_H

#include "cli/frame/cli.h"
#include "cli/frame/option.h"

typedef struct TareCommand {
    const char* name;
    const char* arguments; ///< as the usage line shows them: "QUERY..."
    const char* summary;   ///< one line, a sentence without its full stop
    const char* example;   ///< arguments that work, for the help; NULL for none
    const char* note;      ///< what else the help tells, lines without the last newline; NULL for
                           ///< nothing
    const TareOption* options; ///< but "help", which every command has; NULL for none
    TareOperands operands;
    bool is_hidden; ///< for programs, not for people
    TareExit (*run)(const struct TareCommand* command, TareArguments arguments);
} TareCommand;

/** All commands in the order of the help, ended by NULL. */
extern const TareCommand* const tare_commands[];

/** The command of a name; NULL when there is none. */
const TareCommand* tare_command_find_name(const char* name);

/** Says that there is no such command, and which one may have been meant. */
TareExit tare_command_unknown(const char* name);

extern const TareCommand tare_command_help;
extern const TareCommand tare_command_version;
extern const TareCommand tare_command_complete;
extern const TareCommand tare_command_find;
extern const TareCommand tare_command_list;
extern const TareCommand tare_command_show;
extern const TareCommand tare_command_review;
extern const TareCommand tare_command_response;
extern const TareCommand tare_command_plot;
extern const TareCommand tare_command_render;
extern const TareCommand tare_command_export;
extern const TareCommand tare_command_formats;
extern const TareCommand tare_command_fit;
extern const TareCommand tare_command_targets;
extern const TareCommand tare_command_install;
extern const TareCommand tare_command_uninstall;
extern const TareCommand tare_command_use;
extern const TareCommand tare_command_off;
extern const TareCommand tare_command_status;
extern const TareCommand tare_command_device;

#endif
