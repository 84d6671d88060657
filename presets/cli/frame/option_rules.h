/* Which options and operands go together, as the tables of a command say: an option that would mean
   nothing is refused rather than passed over. */

#ifndef TARE_CLI_OPTION_RULES_H
#define TARE_CLI_OPTION_RULES_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareArguments TareArguments;
typedef struct TareCommand TareCommand;
typedef struct TareOption TareOption;

/** The bit of an option in a set of them, by its place in the table: one of the first 64. */
uint64_t tare_option_bit(const TareOption* table, const TareOption* option);

/** Whether an option fits the action among the operands; all do where there is none yet, or none of
    that name. */
bool tare_option_is_taken(const TareCommand* command, TareArguments operands,
                          const TareOption* option);

/** Whether the options that were given go together, and with the action if the command has some;
    says on stderr what does not. */
bool tare_option_rules_check(const TareCommand* command, TareArguments operands, uint64_t given);

#endif
