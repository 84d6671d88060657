/* What a command is, what it is called with and answers, and how all of them speak: messages on
   stderr, reports of readers, exit states. */

#ifndef TARE_CLI_H
#define TARE_CLI_H

#include "base/report.h"
#include "cli/frame/option.h"

#include <stdbool.h>

/** What the program tells the one who called it. */
typedef enum {
    TARE_EXIT_DONE = 0,
    TARE_EXIT_UNUSED = 1, ///< nothing found, or something could not be used
    TARE_EXIT_WRONG = 2   ///< wrong call or unreadable input
} TareExit;

/** What stands behind the name of a command on the command line; after tare_options_parse() what
    is left of it without the options. */
typedef struct TareArguments {
    int n;
    char** texts;
} TareArguments;

/** A command: a row of what the help, the manual page and the shells tell of it, and what it does.
 */
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

/** Prints "tare COMMAND: message" on stderr. */
void tare_cli_error(const TareCommand* command, const char* format, ...)
    __attribute__((format(printf, 2, 3)));

/** The same for what is worth knowing although the command goes on. */
void tare_cli_note(const TareCommand* command, const char* format, ...)
    __attribute__((format(printf, 2, 3)));

/** Prints reports as "file:line:column: message" on stderr, errors and lesser findings alike. What
    is about a whole file stands at its beginning, so that every report has the same shape. */
const TareReporter* tare_cli_reporter(void);

/** The same for what a command has done for it: a report without a file is printed as by
    tare_cli_error() or, what is no error, tare_cli_note(). The command must live as long as it. */
TareReporter tare_cli_command_reporter(const TareCommand* command);

/** What the program returns for a status of a reader. Says so when memory was short. */
TareExit tare_cli_exit_of(const TareCommand* command, TareStatus status);

/** The graver one. */
TareExit tare_cli_worse(TareExit a, TareExit b);

/** Says that memory is short; always TARE_EXIT_UNUSED. */
TareExit tare_cli_no_memory(const TareCommand* command);

/** Makes sure that everything printed has arrived: TARE_EXIT_UNUSED and a message when it has not,
    else `state`. */
TareExit tare_cli_flush(const TareCommand* command, TareExit state);

/** All arguments in one text with blanks between, so that names need no quotes. The caller frees
    it; NULL when memory is short. */
char* tare_cli_join(TareArguments arguments);

#endif
