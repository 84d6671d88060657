/* What the keys go to. */

#ifndef TARE_WINDOW_FOCUS_H
#define TARE_WINDOW_FOCUS_H

#include "window/desk.h"

#include <stdbool.h>

/** Gives the focus to a widget; a value that is being typed elsewhere is taken. */
void tare_focus_set(TareDesk* desk, TareWidgetId id);

/** To the next one that takes it, or the one before, round and round. */
void tare_focus_move(TareDesk* desk, bool is_forward);

/** Takes the value that is being typed, if one is. */
void tare_focus_end_typing(TareDesk* desk);

#endif
