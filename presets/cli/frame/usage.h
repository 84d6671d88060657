/* The help of a command, out of its table. */

#ifndef TARE_CLI_USAGE_H
#define TARE_CLI_USAGE_H

typedef struct TareCommand TareCommand;
typedef struct TareOption TareOption;

/** The row of the option that every command has. */
extern const TareOption tare_usage_help;

/** Prints the help of a command. */
void tare_usage_print(const TareCommand* command);

#endif
