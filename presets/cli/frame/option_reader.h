/* Words of the command line taken apart into options with their values and operands. */

#ifndef TARE_CLI_OPTION_READER_H
#define TARE_CLI_OPTION_READER_H

#include "cli/frame/cli.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareOption TareOption;

typedef enum {
    TARE_READ_END,       ///< there are no more words
    TARE_READ_OPERAND,   ///< `text`
    TARE_READ_HELP,      ///< --help
    TARE_READ_OPTION,    ///< `option` with its `text`; NULL for a flag
    TARE_READ_UNKNOWN,   ///< an option that is not in the table: the whole word in `text`
    TARE_READ_NO_VALUE,  ///< the last word is an `option` that has a value
    TARE_READ_FLAG_VALUE ///< a value behind "=" of an `option` that is a flag
} TareReadKind;

/** Where reading is, and what was read last. */
typedef struct TareOptionReader {
    const TareOption* options;
    TareArguments words;
    int position;         ///< of the next word
    char* letters;        ///< further letters of the word before; NULL for none
    bool is_past_options; ///< behind "--"
    const TareOption* option;
    size_t offset; ///< of its value in the request
    char* text;
} TareOptionReader;

/** Starts before the first of these words. */
TareOptionReader tare_option_reader(const TareOption* options, TareArguments words);

TareReadKind tare_option_reader_next(TareOptionReader* reader);

#endif
