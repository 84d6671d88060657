/* What may stand on the command line behind a command, as tables: the parsing, the help, the manual
   page and the completion of shells read the same rows. */

#ifndef TARE_CLI_OPTION_H
#define TARE_CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCandidates TareCandidates;

/** What a shell offers for a word: the words, the list and the files together; nothing for {0}. */
typedef struct TareOffer {
    const char* words;                        ///< with blanks between; NULL for none
    void (*list)(TareCandidates* candidates); ///< see candidates.h; NULL for none
    const char* files; ///< endings of files, ".md .tare", "" for any; NULL for no files
    bool has_folders;  ///< a folder fits
} TareOffer;

typedef enum {
    TARE_OPTION_FLAG,
    TARE_OPTION_TEXT,
    TARE_OPTION_TEXTS, ///< may stand more than once
    TARE_OPTION_NUMBER
} TareOptionKind;

enum { TARE_OPTION_MAX_TEXTS = 9 };

/** The values of an option that may stand more than once, in their order. */
typedef struct TareOptionTexts {
    unsigned n;
    const char* texts[TARE_OPTION_MAX_TEXTS];
} TareOptionTexts;

/** One option. Its value goes into the request of its command, a struct: what stands there before
    is the default. */
typedef struct TareOption {
    const char* name;  ///< without the dashes; NULL with `rows` NULL ends a table
    char letter;       ///< short form; '\0' for none
    const char* value; ///< what the help calls the value; NULL for a flag
    const char* help;
    TareOptionKind kind;
    size_t offset;         ///< of the value in the request, or of the part of it that `rows` fill
    double min, max;       ///< of a number
    bool is_whole;         ///< a number without fraction
    TareOffer offer;       ///< for the value
    bool is_written;       ///< the value is a file that the command writes
    const char* only_with; ///< name of the option without which it means nothing; NULL for none
    const char* not_with;  ///< names, with blanks between, of options with which it means nothing;
                           ///< NULL for none
    const struct TareOption* rows; ///< in place of an option: those of a part of the request, which
                                   ///< have no further ones in them
} TareOption;

/* Parts of a row: where the value goes. A member of another type does not compile. */
#define TARE_OPTION_PLACE(type, member, of)                                                        \
    _Generic(((type*)0)->member, of : offsetof(type, member))
#define TARE_SETS_FLAG(type, member)                                                               \
    .kind = TARE_OPTION_FLAG, .offset = TARE_OPTION_PLACE(type, member, bool)
#define TARE_SETS_TEXT(type, member)                                                               \
    .kind = TARE_OPTION_TEXT, .offset = TARE_OPTION_PLACE(type, member, const char*)
#define TARE_ADDS_TEXT(type, member)                                                               \
    .kind = TARE_OPTION_TEXTS, .offset = TARE_OPTION_PLACE(type, member, TareOptionTexts)
#define TARE_SETS_NUMBER(type, member)                                                             \
    .kind = TARE_OPTION_NUMBER, .offset = TARE_OPTION_PLACE(type, member, double)

/** The row of a table that stands for all rows of a part of the request. */
#define TARE_OPTIONS_OF_PART(part_rows, type, member)                                              \
    {                                                                                              \
        .rows = (part_rows), .offset = offsetof(type, member)                                      \
    }

/** The row of a command that prints JSON when asked to. */
#define TARE_JSON_OPTION(type, member)                                                             \
    {                                                                                              \
        .name = "json", TARE_SETS_FLAG(type, member), .help = "print JSON"                         \
    }

/** A place in a table of options, and the options in it one after the other. */
typedef struct TareOptionWalk {
    const TareOption* option; ///< the one found last
    size_t offset;            ///< of its value in the request
    const TareOption *next, *next_in_part;
    size_t part_offset;
} TareOptionWalk;

/** Starts at a table, NULL for an empty one. */
TareOptionWalk tare_option_walk(const TareOption* options);

/** Goes on to the next option; false behind the last. */
bool tare_option_walk_next(TareOptionWalk* walk);

/** What shells offer for operands. */
typedef struct TareOperandOffers {
    TareOffer first;  ///< for the first one; {0}: as for the rest
    TareOffer rest;   ///< for all others
    bool is_one_name; ///< the rest together are one name of several words
} TareOperandOffers;

/** An operand that says what the others are: "set". */
typedef struct TareAction {
    const char* name;      ///< NULL ends a table
    const char* arguments; ///< what stands behind the command with it: "set NAME MODEL"
    const char* options;   ///< names, with blanks between, of those it takes; NULL for none
    bool is_alone;         ///< no operand may follow
    TareOperandOffers offers;
} TareAction;

/** The arguments that are no options. */
typedef struct TareOperands {
    int min, max;     ///< how many; max < 0: any number
    const char* what; ///< what is missing when there are too few: "a model"
    TareOperandOffers offers;
    const TareAction* actions; ///< what the first one may be, if it is an action; else NULL
} TareOperands;

#endif
