/* What a person does on the page of the blind test. */

#ifndef TARE_WINDOW_BLIND_ACTIONS_H
#define TARE_WINDOW_BLIND_ACTIONS_H

#include "window/widget_id.h"
#include "window/words.h"

#include <stdbool.h>

typedef struct TareDesk TareDesk;
typedef struct TareEvent TareEvent;

/** A button is pressed: that which opens the page, or one on it. */
void tare_blind_do(TareDesk* desk, TareWidgetId id);

/** A key that means the same wherever the focus is on the page; whether it was one. */
bool tare_blind_handle_key(TareDesk* desk, const TareEvent* event);

/** What stands on a button of the page now; TARE_WORD_NONE when that is its label. */
TareWord tare_blind_label(const TareDesk* desk, TareWidgetId id);

/** For how many rounds a button is. */
unsigned tare_blind_n_rounds(TareWidgetId id);

/** Whether a button shows what is so now, and whether it does nothing now. */
bool tare_blind_is_chosen(const TareDesk* desk, TareWidgetId id);
bool tare_blind_is_idle(const TareDesk* desk, TareWidgetId id);

#endif
