/* Giving outputs corrections of their own. */

#ifndef TARE_WINDOW_OUTPUT_ACTIONS_H
#define TARE_WINDOW_OUTPUT_ACTIONS_H

#include "window/widget_id.h"

#include <stdbool.h>

typedef struct TareDesk TareDesk;
typedef struct TareEntry TareEntry;

/** Does what one of the buttons below the list of outputs is for, with the output that is chosen
    there. False when it is none of them. */
bool tare_action_output(TareDesk* desk, TareWidgetId id);

/** Gives the output a correction of the catalogue. */
void tare_action_give_output(TareDesk* desk, const TareEntry* entry);

/** Takes what the host has told of outputs. Whether it has. */
bool tare_action_take_outputs(TareDesk* desk);

/** What was begun has ended: `is_good`, or `words` say why not. */
void tare_action_end_output(TareDesk* desk, bool is_good, const char* words);

#endif
