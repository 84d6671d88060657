/* One window for a person: org.freedesktop.Application, as the Desktop Entry Specification has it.
 */

#include "desktop/desktop.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <systemd/sd-bus.h>

#define PATH "/io/github/tare/Tare"
#define INTERFACE "org.freedesktop.Application"

/* Of the facts that come with a call: the display of who asks. */
#define DISPLAY_FACT "display"

/** Whether the caller is at our display; one that does not say is. */
static bool is_at_display(const TareDesktop* desktop, sd_bus_message* message)
{
    const char *key = NULL, *display = NULL;
    if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0)
        return true;
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        if (sd_bus_message_read(message, "s", &key) < 0)
            return true;
        if (strcmp(key, DISPLAY_FACT) != 0)
            (void)sd_bus_message_skip(message, "v");
        else if (sd_bus_message_read(message, "v", "s", &display) < 0)
            return true;
        (void)sd_bus_message_exit_container(message);
    }
    return !display || !strcmp(display, desktop->display);
}

static int on_activate(sd_bus_message* message, void* data, sd_bus_error* error)
{
    TareDesktop* const desktop = data;
    if (!is_at_display(desktop, message))
        return sd_bus_error_set(error, SD_BUS_ERROR_NOT_SUPPORTED, "the window is elsewhere");
    desktop->listener.activate(desktop->listener.data);
    return sd_bus_reply_method_return(message, "");
}

static const sd_bus_vtable table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Activate", "a{sv}", "", on_activate, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END};

bool tare_desktop_be_first(TareDesktop* desktop, const char* name, const char* display)
{
    snprintf(desktop->display, sizeof desktop->display, "%s", display);
    (void)sd_bus_add_object_vtable(desktop->bus, NULL, PATH, INTERFACE, table, desktop);
    if (sd_bus_request_name(desktop->bus, name, 0) != -EEXIST)
        return true;
    return sd_bus_call_method(desktop->bus, name, PATH, INTERFACE, "Activate", NULL, NULL, "a{sv}",
                              1, DISPLAY_FACT, "s", display) < 0;
}
