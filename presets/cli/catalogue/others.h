/* What else there is for the model of a correction that is shown. */

#ifndef TARE_CLI_OTHERS_H
#define TARE_CLI_OTHERS_H

#include <jansson.h>
#include <stdbool.h>

typedef struct TarePick TarePick;

/** Prints the other corrections of the model in columns, those out of reviews with the words on
    which they rest. Nothing when there are none, or the pick came out of a file. False
    when memory is short. */
bool tare_others_print(const TarePick* pick);

/** The same without the words, as tare_entry_rows_json() gives them; NULL when memory is short. */
json_t* tare_others_json(const TarePick* pick);

#endif
