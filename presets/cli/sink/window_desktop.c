#include "cli/sink/window_desktop.h"

#include "base/module.h"
#include "cli/sink/recent.h"
#include "cli/sink/tray_face.h"
#include "cli/sink/window_player.h"
#include "desktop/desktop_module.h"
#include "tare/version.h"
#include "window/chooser.h"
#include "window/drop_path.h"
#include "window/window.h"
#include "window/x11_window.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#define NAME "io.github.tare.Tare"

enum { MAX_PATH = 4096 };

struct TareWindowDesktop {
    const TareDesktopModule* module;
    TareDesktop* bus; ///< NULL when it has gone
    TareWindow* window;
    TareWindowPlayer* player;
    TareX11Window* shell;
    TareChooser chooser;
    TareRecent recent;
    bool is_hidden, is_over;
};

static void show_window(void* data)
{
    TareWindowDesktop* const desktop = data;
    if (desktop->shell && tare_x11_window_raise(desktop->shell))
        desktop->is_hidden = false;
}

static void toggle(void* data)
{
    TareWindowPlayer* const player = ((TareWindowDesktop*)data)->player;
    tare_window_player_turn(player, !tare_window_player_is_on(player));
}

static void choose(void* data, int id)
{
    TareWindowDesktop* const desktop = data;
    const size_t recent = (size_t)(id - TARE_TRAY_RECENT);
    if (id == TARE_TRAY_ON)
        toggle(desktop);
    else if (id == TARE_TRAY_SHOW)
        show_window(desktop);
    else if (id == TARE_TRAY_QUIT)
        desktop->is_over = true;
    else if (id >= TARE_TRAY_RECENT && recent < desktop->recent.n)
        (void)tare_window_load(desktop->window, desktop->recent.ones[recent].id);
}

static void take_file(void* data, const char* uri, bool has_failed)
{
    TareWindowDesktop* const desktop = data;
    char path[MAX_PATH];
    const bool is_path = uri && tare_drop_path(uri, strlen(uri), path, sizeof path);
    tare_window_end_choosing(desktop->window, is_path ? path : NULL, has_failed);
}

static bool ask(void* data, bool is_saving, const char* title, const char* name)
{
    TareWindowDesktop* const desktop = data;
    const TareDesktopQuestion question = {tare_x11_window_id(desktop->shell), is_saving, title,
                                          name};
    return desktop->bus && desktop->module->ask_file(desktop->bus, &question);
}

TareWindowDesktop* tare_window_desktop_new(void)
{
    const TareDesktopModule* const module =
        tare_module_find(TARE_DESKTOP_MODULE_FILE, TARE_DESKTOP_MODULE_NAME);
    TareWindowDesktop* const desktop = calloc(1, sizeof *desktop);
    const TareDesktopListener listener = {desktop, show_window, choose, toggle, take_file};
    if (desktop && module && !strcmp(module->version, TARE_VERSION)) {
        desktop->module = module;
        desktop->chooser = (TareChooser){desktop, ask};
        desktop->bus = module->open(&listener);
    }
    if (desktop && desktop->bus)
        return desktop;
    free(desktop);
    return NULL;
}

void tare_window_desktop_free(TareWindowDesktop* desktop)
{
    if (!desktop)
        return;
    if (desktop->window)
        tare_window_set_chooser(desktop->window, NULL);
    desktop->module->close(desktop->bus);
    free(desktop);
}

bool tare_window_desktop_is_first(TareWindowDesktop* desktop)
{
    const char* const display = getenv("DISPLAY");
    return !desktop || desktop->module->be_first(desktop->bus, NAME, display ? display : "");
}

void tare_window_desktop_bind(TareWindowDesktop* desktop, TareWindow* window,
                              TareWindowPlayer* player, TareX11Window* shell)
{
    if (!desktop)
        return;
    desktop->window = window;
    desktop->player = player;
    desktop->shell = shell;
    tare_recent_read(&desktop->recent);
    tare_window_set_chooser(window, &desktop->chooser);
}

int tare_window_desktop_wait(TareWindowDesktop* desktop, struct pollfd* ready, int timeout_ms)
{
    *ready = (struct pollfd){.fd = -1};
    if (!desktop || !desktop->bus)
        return timeout_ms;
    const int asked_ms = desktop->module->wait(desktop->bus, &ready->fd, &ready->events);
    return asked_ms >= 0 && asked_ms < timeout_ms ? asked_ms : timeout_ms;
}

/** What is loaded comes first of those that were used last. */
static void note_recent(TareWindowDesktop* desktop, const char* name)
{
    bool is_whole = false;
    const char* const id = tare_window_loaded_id(desktop->window);
    (void)tare_window_loaded(desktop->window, &is_whole);
    if (id && is_whole && tare_recent_add(&desktop->recent, id, name))
        tare_recent_write(&desktop->recent);
}

static void show_face(TareWindowDesktop* desktop)
{
    TareDesktopFace face;
    char name[TARE_DESKTOP_TEXT];
    const char* const id = tare_window_loaded_id(desktop->window);
    tare_window_loaded_name(desktop->window, name, sizeof name);
    note_recent(desktop, name);
    tare_tray_face_make(&face, &desktop->recent, id ? id : "", name,
                        tare_window_player_is_on(desktop->player));
    desktop->module->show(desktop->bus, &face);
}

/** Without a tray to have it back from, a hidden window comes back by itself. */
static void come_back(TareWindowDesktop* desktop)
{
    if (desktop->is_hidden && (!desktop->bus || !desktop->module->is_shown(desktop->bus)))
        show_window(desktop);
}

void tare_window_desktop_idle(TareWindowDesktop* desktop)
{
    if (!desktop || !desktop->bus)
        return;
    if (!desktop->module->run(desktop->bus)) {
        desktop->module->close(desktop->bus);
        desktop->bus = NULL;
    } else {
        show_face(desktop);
    }
    come_back(desktop);
}

bool tare_window_desktop_keeps(TareWindowDesktop* desktop)
{
    if (!desktop || !desktop->bus || !desktop->module->is_shown(desktop->bus))
        return false;
    desktop->is_hidden = tare_x11_window_hide(desktop->shell);
    return desktop->is_hidden;
}

bool tare_window_desktop_is_over(const TareWindowDesktop* desktop)
{
    return desktop && desktop->is_over;
}
