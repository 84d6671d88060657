#include "window/window.h"

#include "corrections/entry.h"
#include "ports.h"
#include "window/bands_place.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/finder.h"
#include "window/focus.h"
#include "window/layout.h"
#include "window/lines.h"
#include "window/loaded.h"
#include "window/pen.h"
#include "window/results_place.h"
#include "window/slots.h"
#include "window/theme.h"
#include "window/widget.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct TareWindow {
    TareDesk desk;
    TareLoaded loaded;
    TareSlots slots;
    TareEdit edit;
    bool is_sound_new; ///< what is loaded has to be looked for, and the curves made
    bool is_by_host;   ///< as the host has set values
};

TareWindow* tare_window_new(uint32_t n_channels, const char* home, const TareDialsHost* host)
{
    TareWindow* const window = calloc(1, sizeof *window);
    if (!window)
        return NULL;
    TareDesk* const desk = &window->desk;
    desk->dials = tare_dials_new(n_channels, host);
    desk->lines = tare_lines_new();
    desk->finder = tare_finder_new(home);
    desk->loaded = &window->loaded;
    desk->slots = &window->slots;
    desk->edit = &window->edit;
    desk->theme = &tare_theme_light;
    desk->focus = TARE_WIDGET_FIND;
    window->is_sound_new = true;
    if (desk->dials && desk->lines && desk->finder) {
        tare_window_resize(window, TARE_LAYOUT_WIDTH, TARE_LAYOUT_HEIGHT);
        return window;
    }
    tare_window_free(window);
    return NULL;
}

void tare_window_free(TareWindow* window)
{
    if (!window)
        return;
    tare_dials_free(window->desk.dials);
    tare_lines_free(window->desk.lines);
    tare_finder_free(window->desk.finder);
    free(window);
}

void tare_window_soil(TareWindow* window)
{
    tare_desk_soil_all(&window->desk);
}

static void place(TareDesk* desk)
{
    desk->is_finding = desk->finder->is_open;
    desk->is_edited = desk->loaded->state == TARE_LOADED_EDITED;
    tare_layout_place(desk);
}

void tare_window_resize(TareWindow* window, double width, double height)
{
    window->desk.all = (TareBox){0.0, 0.0, width, height};
    place(&window->desk);
    tare_window_soil(window);
}

void tare_window_set_theme(TareWindow* window, const TareTheme* theme)
{
    window->desk.theme = theme;
    tare_window_soil(window);
}

void tare_window_hear(TareWindow* window, uint32_t port, float value)
{
    TareDesk* const desk = &window->desk;
    if (!tare_dials_hear(desk->dials, port, value))
        return;
    if (!tare_port_is_output(tare_port(tare_dials_n_channels(desk->dials), port).role)) {
        window->is_sound_new = window->is_by_host = true;
        return;
    }
    tare_desk_soil(desk, TARE_WIDGET_METERS);
    tare_desk_soil(desk, TARE_WIDGET_LEVEL);
}

void tare_window_tell(TareWindow* window, const char* text)
{
    TareDesk* const desk = &window->desk;
    if (!strcmp(desk->notice, text))
        return;
    snprintf(desk->notice, sizeof desk->notice, "%s", text);
    place(desk);
    tare_window_soil(window);
}

const TareEntry* tare_window_loaded(TareWindow* window, bool* is_whole)
{
    (void)tare_window_dirty(window); /* looks */
    *is_whole = window->loaded.state == TARE_LOADED_WHOLE;
    return window->loaded.state >= TARE_LOADED_EDITED ? window->loaded.entry : NULL;
}

void tare_window_loaded_name(TareWindow* window, char* name, size_t size)
{
    bool is_whole = false;
    const TareEntry* const entry = tare_window_loaded(window, &is_whole);
    if (!entry) {
        snprintf(name, size, "%s", tare_word(TARE_WORD_OWN_SETTINGS));
        return;
    }
    tare_entry_display_name(entry, name, size);
    const size_t length = strlen(name);
    if (!is_whole)
        snprintf(name + length, size - length, ", %s", tare_word(TARE_WORD_EDITED));
}

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

static bool handle_press(TareDesk* desk, const TareEvent* event)
{
    const TareWidgetId id = widget_at(desk, event->x, event->y);
    if (id != TARE_WIDGET_NONE && tare_widget(id)->takes_focus)
        tare_focus_set(desk, id);
    else if (id != TARE_WIDGET_RESULTS)
        tare_focus_end_typing(desk);
    if (id != TARE_WIDGET_RESULTS && id != TARE_WIDGET_FIND && desk->finder->is_open)
        tare_finder_close(desk->finder);
    desk->held = id;
    return pass_on(desk, id, event);
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

static bool handle_key(TareDesk* desk, const TareEvent* event)
{
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

static bool dispatch(TareDesk* desk, const TareEvent* event)
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

bool tare_window_handle(TareWindow* window, const TareEvent* event)
{
    TareDesk* const desk = &window->desk;
    const uint32_t band = desk->band;
    if (!dispatch(desk, event))
        return false;
    if (event->kind == TARE_EVENT_RELEASE)
        return true;
    window->is_sound_new = true; /* it may be; finding out costs less than asking everybody */
    if (desk->band != band)
        tare_bands_show_chosen(desk);
    place(desk);
    if (desk->finder->is_open && event->kind != TARE_EVENT_WHEEL)
        tare_results_show_chosen(desk);
    tare_window_soil(window);
    return true;
}

TareBox tare_window_dirty(TareWindow* window)
{
    TareDesk* const desk = &window->desk;
    if (window->is_sound_new) {
        window->is_sound_new = false;
        tare_loaded_look(desk->loaded, desk->dials, tare_finder_stock(desk->finder),
                         window->is_by_host);
        window->is_by_host = false;
        tare_lines_set(desk->lines, tare_dials_controls(desk->dials),
                       tare_dials_n_channels(desk->dials));
        place(desk);
        tare_window_soil(window);
    }
    return desk->dirty;
}

/** The ring lies around what has the focus; a chosen row of a list is marked there. */
static void draw_focus(const TareDesk* desk, TarePen* pen)
{
    if (desk->focus != TARE_WIDGET_NONE && !tare_box_is_empty(desk->boxes[desk->focus]))
        tare_pen_focus(pen, desk->boxes[desk->focus]);
}

void tare_window_draw(TareWindow* window, cairo_t* cairo)
{
    TareDesk* const desk = &window->desk;
    const TareBox dirty = tare_window_dirty(window);
    TarePen pen = {cairo, desk->theme};
    if (tare_box_is_empty(dirty))
        return;
    cairo_save(cairo);
    cairo_rectangle(cairo, dirty.x, dirty.y, dirty.w, dirty.h);
    cairo_clip(cairo);
    tare_pen_fill(&pen, desk->theme->ground);
    const TareBox over = desk->boxes[TARE_WIDGET_RESULTS];
    for (TareWidgetId id = TARE_WIDGET_FIND; id < TARE_N_WIDGETS; ++id) {
        const TareBox box = desk->boxes[id];
        const bool is_hidden = id != TARE_WIDGET_RESULTS && tare_box_meets(box, over);
        if (!tare_box_is_empty(box) && !is_hidden && tare_box_meets(box, dirty))
            tare_widget(id)->draw(desk, id, &pen);
    }
    draw_focus(desk, &pen);
    cairo_restore(cairo);
    desk->dirty = (TareBox){0};
}
