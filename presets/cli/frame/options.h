/* Options of the command line, from one table that also makes the help. */

#ifndef TARE_CLI_OPTIONS_H
#define TARE_CLI_OPTIONS_H

#include "cli/frame/command.h"

#include <stdbool.h>

/** One option. Exactly one of flag, text and number says where its value goes; what stands there
    before is the default. */
typedef struct {
    const char* name;  ///< without the dashes; NULL ends a table
    char letter;       ///< short form; '\0' for none
    const char* value; ///< what the help calls the value; NULL for a flag
    const char* help;
    bool* flag;
    const char** text; ///< points into the arguments afterwards
    double* number;
    double min, max; ///< of a number
    bool is_whole;   ///< a number without fraction
} TareOption;

/** Bounds of the arguments that are no options. */
typedef struct {
    int min, max;     ///< max < 0: any number
    const char* what; ///< what is missing when there are too few: "a model"
} TareOperands;

/** What a command goes on with after parsing: done is false, or else the program ends with state.
 */
typedef struct {
    bool done;
    TareExit state;
    TareArguments operands;
} TareParsed;

/** Takes all options out of the arguments. `--help` prints the help of the command; a wrong option,
    value or number of operands is said on stderr. "--" ends the options. The array of arguments is
    reordered. */
TareParsed tare_options_parse(const TareCommand* command, const TareOption* options,
                              TareOperands operands, TareArguments arguments);

/** The same for a command that takes nothing but `--json`; tells whether that is there. */
TareParsed tare_options_parse_json(const TareCommand* command, TareArguments arguments, bool* json);

#endif
