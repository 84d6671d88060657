/* What one can do with a correction: the commands, to be copied. */

#ifndef TARE_CLI_NEXT_STEPS_H
#define TARE_CLI_NEXT_STEPS_H

#include <stdbool.h>

typedef struct TarePick TarePick;

/** Prints commands that take the very correction that was picked, by its name where that means it,
    else by its id; by `file` when it came out of one (else NULL). False, and
    nothing is printed, when memory is short. */
bool tare_next_steps_print(const TarePick* pick, const char* file);

#endif
