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

/** The next one that can have it; the one that has it when no other is shown. */
static TareWidgetId next_of(const TareDesk* desk, bool is_forward)
{
    const int step = is_forward ? 1 : TARE_N_WIDGETS - 1;
    int id = (int)desk->focus;
    for (int i = 0; i < TARE_N_WIDGETS; ++i) {
        id = (id + step) % TARE_N_WIDGETS;
        if (id != TARE_WIDGET_NONE && tare_widget((TareWidgetId)id)->takes_focus &&
            !tare_box_is_empty(desk->boxes[id]))
            return (TareWidgetId)id;
    }
    return desk->focus;
}

void tare_focus_move(TareDesk* desk, bool is_forward)
{
    if (desk->finder->is_open)
        tare_finder_close(desk->finder);
    tare_focus_set(desk, next_of(desk, is_forward));
}
