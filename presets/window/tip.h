/* What a control does, in a sentence: beside the pointer when that has stayed on it for a while. */

#ifndef TARE_WINDOW_TIP_H
#define TARE_WINDOW_TIP_H

#include "window/widget_id.h"

typedef struct TareDesk TareDesk;
typedef struct TarePen TarePen;

enum { TARE_TIP_TEXT = 256 };

/** The sentence; "" for what is only read. Returns `text`. */
const char* tare_tip_text(TareWidgetId id, char text[TARE_TIP_TEXT]);

/** Time goes on: a tip may appear, or be of something else no more. */
void tare_tip_pass(TareDesk* desk, double now_ms);

/** Somebody does something: it is in the way, until the pointer is elsewhere. */
void tare_tip_hide(TareDesk* desk);

void tare_tip_draw(const TareDesk* desk, TarePen* pen);

#endif
