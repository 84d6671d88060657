#include "window/window.h"

#include "ports.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/dispatch.h"
#include "window/entry_words.h"
#include "window/event.h"
#include "window/exchange.h"
#include "window/file_actions.h"
#include "window/furniture.h"
#include "window/layout.h"
#include "window/list.h"
#include "window/loaded.h"
#include "window/look.h"
#include "window/paint.h"
#include "window/theme.h"
#include "window/tip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct TareWindow {
    TareDesk desk;
    TareFurniture* furniture;
    bool is_sound_new; ///< what is loaded has to be looked for, and the curves made
    bool is_by_host;   ///< as the host has set values
};

TareWindow* tare_window_new(uint32_t n_channels, const char* home, const TareDialsHost* host)
{
    TareWindow* const window = calloc(1, sizeof *window);
    if (!window)
        return NULL;
    window->desk.theme = &tare_theme_light;
    window->desk.focus = TARE_WIDGET_FIND;
    window->is_sound_new = true;
    window->furniture = tare_furniture_new(&window->desk, n_channels, home, host);
    if (window->furniture) {
        tare_window_resize(window, TARE_LAYOUT_WIDTH, TARE_LAYOUT_HEIGHT);
        return window;
    }
    free(window);
    return NULL;
}

void tare_window_free(TareWindow* window)
{
    if (window)
        tare_furniture_free(window->furniture);
    free(window);
}

void tare_window_soil(TareWindow* window)
{
    tare_desk_soil_all(&window->desk);
}

static void place(TareDesk* desk)
{
    tare_furniture_look(desk);
    tare_layout_place(desk);
}

void tare_window_resize(TareWindow* window, double width, double height)
{
    window->desk.all = (TareBox){0.0, 0.0, width, height};
    place(&window->desk);
    tare_list_show(&window->desk, TARE_WIDGET_BANDS, window->desk.band);
    tare_window_soil(window);
}

void tare_window_set_theme(TareWindow* window, const TareTheme* theme)
{
    window->desk.theme = theme;
    tare_window_soil(window);
}

void tare_window_hear(TareWindow* window, uint32_t port, float value)
{
    if (tare_look_hear(&window->desk, port, value))
        window->is_sound_new = window->is_by_host = true;
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

TareOutputs* tare_window_outputs(TareWindow* window)
{
    return window->desk.outputs;
}

static bool is_aimed(const TareWindow* window)
{
    return tare_aim_goal_is_set(&window->desk.loaded->goal);
}

const TareEntry* tare_window_loaded(TareWindow* window, bool* is_whole)
{
    (void)tare_window_dirty(window); /* looks */
    *is_whole = window->desk.loaded->state == TARE_LOADED_WHOLE && !is_aimed(window);
    return window->desk.loaded->state >= TARE_LOADED_EDITED ? window->desk.loaded->entry : NULL;
}

void tare_window_tell_name(TareWindow* window, const char* name)
{
    (void)tare_window_dirty(window); /* looks */
    if (tare_loaded_tell(window->desk.loaded, name))
        tare_desk_soil(&window->desk, TARE_WIDGET_HEADING);
}

void tare_window_loaded_name(TareWindow* window, char* name, size_t size)
{
    bool is_whole = false;
    const TareEntry* const entry = tare_window_loaded(window, &is_whole);
    const char* const told = tare_loaded_told(window->desk.loaded);
    if (told[0] != '\0') {
        snprintf(name, size, "%s", told);
        return;
    }
    tare_entry_words_loaded(entry, &window->desk.loaded->goal,
                            window->desk.loaded->state == TARE_LOADED_EDITED, name, size);
}

static bool is_done(TareEventKind kind)
{
    return kind == TARE_EVENT_PRESS || kind == TARE_EVENT_KEY || kind == TARE_EVENT_TEXT;
}

void tare_window_open_file(TareWindow* window, const char* path)
{
    if (window->desk.is_blind)
        return; /* what is compared stays what it is */
    tare_action_open(&window->desk, path);
    tare_window_soil(window);
}

void tare_window_pass(TareWindow* window, double now_ms)
{
    tare_tip_pass(&window->desk, now_ms);
}

void tare_window_set_chooser(TareWindow* window, const TareChooser* chooser)
{
    window->desk.chooser = chooser;
}

/** Something was done: finding out what costs less than asking everybody. */
static void renew(TareWindow* window)
{
    window->is_sound_new = true;
    place(&window->desk);
    tare_window_soil(window);
}

void tare_window_end_choosing(TareWindow* window, const char* path, bool has_failed)
{
    tare_action_end_choosing(&window->desk, path, has_failed);
    renew(window);
}

bool tare_window_load(TareWindow* window, const char* id)
{
    const bool is_loaded = tare_action_load(&window->desk, id);
    renew(window);
    return is_loaded;
}

const char* tare_window_loaded_id(TareWindow* window)
{
    (void)tare_window_dirty(window); /* looks */
    return tare_action_loaded_id(&window->desk);
}

bool tare_window_is_busy(const TareWindow* window)
{
    return tare_exchange_is_busy(window->desk.exchange);
}

bool tare_window_handle(TareWindow* window, const TareEvent* event)
{
    TareDesk* const desk = &window->desk;
    const uint32_t band = desk->band;
    if (is_done(event->kind)) {
        tare_desk_say(desk, "");
        tare_tip_hide(desk);
    }
    if (!tare_dispatch(desk, event))
        return false;
    if (event->kind == TARE_EVENT_RELEASE)
        return true;
    renew(window);
    if (desk->band != band)
        tare_list_show(desk, TARE_WIDGET_BANDS, desk->band);
    if (desk->is_finding && event->kind != TARE_EVENT_WHEEL)
        tare_list_show_found(desk);
    return true;
}

TareBox tare_window_dirty(TareWindow* window)
{
    TareDesk* const desk = &window->desk;
    window->is_sound_new = tare_action_end(desk) || window->is_sound_new;
    /* what a blind test plays is not what is loaded */
    if (window->is_sound_new && !desk->is_blind) {
        window->is_sound_new = false;
        tare_look(desk, window->is_by_host);
        window->is_by_host = false;
        place(desk);
        tare_window_soil(window);
    }
    return desk->dirty;
}

void tare_window_draw(TareWindow* window, cairo_t* cairo)
{
    const TareBox dirty = tare_window_dirty(window);
    if (!tare_box_is_empty(dirty))
        tare_paint(&window->desk, cairo, dirty);
    window->desk.dirty = (TareBox){0};
}
