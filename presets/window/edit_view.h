/* How a text that is being typed looks. */

#ifndef TARE_WINDOW_EDIT_VIEW_H
#define TARE_WINDOW_EDIT_VIEW_H

#include "window/pen_text.h"

typedef struct TareEdit TareEdit;

/** Draws it into a box, with its cursor, or with what is selected marked. */
void tare_edit_view_draw(TarePen* pen, TareBox box, const TareEdit* edit, TarePenStyle style);

#endif
