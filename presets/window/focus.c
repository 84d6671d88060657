#include "window/focus.h"

#include "window/bands_columns.h"
#include "window/bands_place.h"
#include "window/finder.h"
#include "window/typing.h"
#include "window/widget.h"

void tare_focus_end_typing(TareDesk* desk)
{
    if (!desk->is_typing)
        return;
    if (desk->focus == TARE_WIDGET_BANDS)
        tare_typing_end(desk,
                        (TareKnob){.role = tare_bands_role(desk->column), .which = desk->band});
    else
        tare_typing_end(desk, tare_widget_knob(desk->focus));
}

void tare_focus_set(TareDesk* desk, TareWidgetId id)
{
    if (id == desk->focus)
        return;
    tare_focus_end_typing(desk);
    desk->focus = id;
}

void tare_focus_move(TareDesk* desk, bool is_forward)
{
    int id = (int)desk->focus;
    do
        id = (id + (is_forward ? 1 : TARE_N_WIDGETS - 1)) % TARE_N_WIDGETS;
    while (id == TARE_WIDGET_NONE || !tare_widget((TareWidgetId)id)->takes_focus ||
           tare_box_is_empty(desk->boxes[id]));
    if (desk->finder->is_open)
        tare_finder_close(desk->finder);
    tare_focus_set(desk, (TareWidgetId)id);
}
