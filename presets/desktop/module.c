/* The connection, and what the module exports. */

#include "desktop/desktop.h"
#include "tare/version.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <time.h>

/* Whoever does not answer within this is not there. */
#define PATIENCE_US 500000

static void close_bus(TareDesktop* desktop)
{
    if (!desktop)
        return;
    sd_bus_slot_unref(desktop->answer);
    if (desktop->bus)
        sd_bus_flush_close_unref(desktop->bus);
    free(desktop);
}

static TareDesktop* open_bus(const TareDesktopListener* listener)
{
    TareDesktop* const desktop = calloc(1, sizeof *desktop);
    if (!desktop)
        return NULL;
    desktop->listener = *listener;
    if (sd_bus_open_user(&desktop->bus) >= 0 &&
        sd_bus_set_method_call_timeout(desktop->bus, PATIENCE_US) >= 0 &&
        sd_bus_get_unique_name(desktop->bus, &(const char*){NULL}) >= 0)
        return desktop;
    close_bus(desktop);
    return NULL;
}

static int wait_for(TareDesktop* desktop, int* fd, short* events)
{
    uint64_t until_us = UINT64_MAX;
    struct timespec now;
    const int asked = sd_bus_get_events(desktop->bus);
    *fd = sd_bus_get_fd(desktop->bus);
    *events = asked > 0 ? (short)asked : POLLIN;
    if (sd_bus_get_timeout(desktop->bus, &until_us) < 0 || until_us == UINT64_MAX)
        return -1;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const uint64_t now_us = (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
    return until_us <= now_us ? 0 : (int)((until_us - now_us) / 1000) + 1;
}

static bool run(TareDesktop* desktop)
{
    int state = 0;
    do
        state = sd_bus_process(desktop->bus, NULL);
    while (state > 0);
    return state >= 0 && sd_bus_is_open(desktop->bus) > 0;
}

static void show(TareDesktop* desktop, const TareDesktopFace* face)
{
    if (desktop->has_face && !memcmp(&desktop->face, face, sizeof *face))
        return;
    memcpy(&desktop->face, face, sizeof *face);
    ++desktop->revision;
    if (desktop->has_face) {
        tare_tray_item_tell(desktop);
        tare_tray_menu_tell(desktop);
        return;
    }
    desktop->has_face = tare_tray_item_offer(desktop) >= 0 && tare_tray_menu_offer(desktop) >= 0 &&
                        tare_tray_item_register(desktop) >= 0;
}

static bool is_shown(const TareDesktop* desktop)
{
    return desktop->is_shown;
}

__attribute__((visibility("default")))
const TareDesktopModule tare_desktop_module = {.version = TARE_VERSION,
                                               .open = open_bus,
                                               .close = close_bus,
                                               .be_first = tare_desktop_be_first,
                                               .wait = wait_for,
                                               .run = run,
                                               .show = show,
                                               .is_shown = is_shown,
                                               .ask_file = tare_desktop_ask_file};
