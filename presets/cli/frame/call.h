/* What a command is called with, and what it answers. */

#ifndef TARE_CLI_CALL_H
#define TARE_CLI_CALL_H

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

#endif
