/* All commands of the program. */

#ifndef TARE_CLI_COMMAND_H
#define TARE_CLI_COMMAND_H

#include "cli/frame/cli.h"

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
extern const TareCommand tare_command_add;
extern const TareCommand tare_command_import;
extern const TareCommand tare_command_forget;
extern const TareCommand tare_command_fit;
extern const TareCommand tare_command_targets;
extern const TareCommand tare_command_install;
extern const TareCommand tare_command_uninstall;
extern const TareCommand tare_command_use;
extern const TareCommand tare_command_on;
extern const TareCommand tare_command_off;
extern const TareCommand tare_command_toggle;
extern const TareCommand tare_command_compare;
extern const TareCommand tare_command_taste;
extern const TareCommand tare_command_status;
extern const TareCommand tare_command_blind;
extern const TareCommand tare_command_device;
extern const TareCommand tare_command_window;

#endif
