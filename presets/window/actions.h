/* What is done by pressing a button, or by taking what was found. */

#ifndef TARE_WINDOW_ACTIONS_H
#define TARE_WINDOW_ACTIONS_H

#include "window/widget_id.h"
#include "window/words.h"

#include <stdbool.h>

typedef struct TareDesk TareDesk;
typedef struct TareEntry TareEntry;

/** Does what a button is for. */
void tare_action_do(TareDesk* desk, TareWidgetId id);

/** Loads a correction, or where a headphone to sound like was looked for, aims at that; NULL is
    none, and nothing happens. Closes the list. */
void tare_action_take(TareDesk* desk, const TareEntry* entry);

/** Whether a button is one of those of which one is chosen, and that one. */
bool tare_action_is_chosen(const TareDesk* desk, TareWidgetId id);

/** What stands on a button now. */
TareWord tare_action_label(const TareDesk* desk, TareWidgetId id);

#endif
