#include "window/dispatch.h"

#include "window/actions.h"
#include "window/blind_actions.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/files.h"
#include "window/finder.h"
#include "window/focus.h"
#include "window/loaded.h"
#include "window/widget.h"

/** Where a pointer's event goes. */
static TareWidgetId widget_at(const TareDesk* desk, double x, double y)
{
    for (TareWidgetId id = TARE_N_WIDGETS; --id > TARE_WIDGET_NONE;)
        if (tare_box_holds(desk->boxes[id], x, y))
            return id;
    return TARE_WIDGET_NONE;
}

static bool pass_on(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TareWidget* const widget = id != TARE_WIDGET_NONE ? tare_widget(id) : NULL;
    return widget && widget->handle && widget->handle(desk, id, event);
}

/** Closes the lists that were not meant; true when there was one. */
static bool close_lists(TareDesk* desk, TareWidgetId id)
{
    const bool is_past_find = id != TARE_WIDGET_RESULTS && id != TARE_WIDGET_FIND;
    const bool has_found = is_past_find && desk->finder->is_open;
    const bool has_files = id != TARE_WIDGET_FILES && desk->files->state != TARE_FILES_CLOSED;
    if (has_found)
        tare_finder_close(desk->finder);
    if (has_files)
        tare_files_close(desk->files);
    return has_found || has_files;
}

static bool handle_press(TareDesk* desk, const TareEvent* event)
{
    const TareWidgetId id = widget_at(desk, event->x, event->y);
    if (id != TARE_WIDGET_NONE && tare_widget(id)->takes_focus)
        tare_focus_set(desk, id);
    else if (id != TARE_WIDGET_RESULTS)
        tare_focus_end_typing(desk);
    const bool has_closed = close_lists(desk, id);
    desk->held = id;
    return pass_on(desk, id, event) || has_closed;
}

static bool handle_move(TareDesk* desk, const TareEvent* event)
{
    const TareWidgetId id =
        event->kind == TARE_EVENT_LEAVE ? TARE_WIDGET_NONE : widget_at(desk, event->x, event->y);
    if (desk->held != TARE_WIDGET_NONE)
        return pass_on(desk, desk->held, event);
    if (id != desk->hover) {
        tare_desk_soil(desk, desk->hover);
        tare_desk_soil(desk, id);
        tare_desk_soil(desk, TARE_WIDGET_HINT);
        desk->hover = id;
    }
    return pass_on(desk, id, event);
}

/** What Ctrl+Z takes back: changes of what is loaded, or else the loading. */
static TareWidgetId undoing(const TareDesk* desk)
{
    return desk->loaded->state == TARE_LOADED_EDITED ? TARE_WIDGET_UNDO : TARE_WIDGET_BACK;
}

/** Ctrl+B, Ctrl+O, Ctrl+S and Ctrl+Z, wherever the focus is. */
static bool handle_shortcut(TareDesk* desk, const TareEvent* event)
{
    if (event->kind != TARE_EVENT_TEXT || !event->control)
        return false;
    const TareWidgetId id = event->text[0] == 'b'   ? TARE_WIDGET_BLIND
                            : event->text[0] == 'o' ? TARE_WIDGET_OPEN
                            : event->text[0] == 's' ? TARE_WIDGET_SAVE
                            : event->text[0] == 'z' ? undoing(desk)
                                                    : TARE_WIDGET_NONE;
    const bool is_text = desk->is_typing || desk->finder->is_open || desk->is_choosing_file;
    const bool is_undoing = id == TARE_WIDGET_BACK || id == TARE_WIDGET_UNDO;
    if (id == TARE_WIDGET_NONE || (is_undoing && is_text))
        return false;
    if (desk->files->state != TARE_FILES_CLOSED)
        tare_files_close(desk->files);
    if (desk->finder->is_open)
        tare_finder_close(desk->finder);
    tare_action_do(desk, id);
    return true;
}

/** On the page of the blind test all keys are its. */
static bool handle_blind_key(TareDesk* desk, const TareEvent* event)
{
    if (event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_TAB) {
        tare_focus_move(desk, !event->shift);
        return true;
    }
    return tare_blind_handle_key(desk, event) || pass_on(desk, desk->focus, event);
}

static bool handle_key(TareDesk* desk, const TareEvent* event)
{
    if (desk->is_blind)
        return handle_blind_key(desk, event);
    if (handle_shortcut(desk, event))
        return true;
    if (desk->focus == TARE_WIDGET_FILES)
        return pass_on(desk, TARE_WIDGET_FILES, event);
    if (event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_TAB) {
        tare_focus_move(desk, !event->shift);
        return true;
    }
    if (pass_on(desk, desk->focus, event))
        return true;
    /* letters that are no value go where a name can be typed */
    if (event->kind != TARE_EVENT_TEXT || event->control || event->text[0] == ' ' ||
        desk->focus == TARE_WIDGET_FIND)
        return false;
    tare_focus_set(desk, TARE_WIDGET_FIND);
    return pass_on(desk, TARE_WIDGET_FIND, event);
}

bool tare_dispatch(TareDesk* desk, const TareEvent* event)
{
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        return handle_press(desk, event);
    case TARE_EVENT_MOVE:
    case TARE_EVENT_LEAVE:
        return handle_move(desk, event);
    case TARE_EVENT_RELEASE:
        desk->held = TARE_WIDGET_NONE;
        tare_dials_release(desk->dials);
        return true;
    case TARE_EVENT_WHEEL:
        return pass_on(desk, widget_at(desk, event->x, event->y), event);
    default:
        return handle_key(desk, event);
    }
}
