/* What the program tells about itself. */

#ifndef TARE_CLI_HELP_H
#define TARE_CLI_HELP_H

#include "cli/frame/command.h"

/** The row of the option that every command has. */
extern const TareOption tare_help_option;

/** Prints the help of a command. */
void tare_help_print(const TareCommand* command);

#endif
