/* The icon in a tray: org.kde.StatusNotifierItem, as the specification of freedesktop.org has it
   and KDE Plasma, GNOME's extension, Xfce, waybar and others show it. */

#include "desktop/desktop.h"

#include <stdio.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define PATH "/StatusNotifierItem"
#define INTERFACE "org.kde.StatusNotifierItem"
#define WATCHER "org.kde.StatusNotifierWatcher"
#define WATCHER_PATH "/StatusNotifierWatcher"

enum { NAME_SIZE = 64 };

/** The value of a text property, by its name. */
static const char* text_of(const TareDesktop* desktop, char property)
{
    switch (property) {
    case 'C':
        return "ApplicationStatus";
    case 'T':
        return desktop->face.title;
    case 'S':
        return "Active";
    case 'O':
        return desktop->face.overlay;
    default:
        return "tare"; /* its id, and its icon */
    }
}

static int get_text(sd_bus* bus, const char* path, const char* interface, const char* property,
                    sd_bus_message* reply, void* data, sd_bus_error* error)
{
    (void)bus, (void)path, (void)interface, (void)error;
    return sd_bus_message_append(reply, "s", text_of(data, property[0]));
}

static int get_tip(sd_bus* bus, const char* path, const char* interface, const char* property,
                   sd_bus_message* reply, void* data, sd_bus_error* error)
{
    const TareDesktop* const desktop = data;
    (void)bus, (void)path, (void)interface, (void)property, (void)error;
    return sd_bus_message_append(reply, "(sa(iiay)ss)", "", 0, desktop->face.title,
                                 desktop->face.tip);
}

static int get_menu(sd_bus* bus, const char* path, const char* interface, const char* property,
                    sd_bus_message* reply, void* data, sd_bus_error* error)
{
    (void)bus, (void)path, (void)interface, (void)property, (void)data, (void)error;
    return sd_bus_message_append(reply, "o", TARE_DESKTOP_MENU_PATH);
}

static int get_is_menu(sd_bus* bus, const char* path, const char* interface, const char* property,
                       sd_bus_message* reply, void* data, sd_bus_error* error)
{
    (void)bus, (void)path, (void)interface, (void)property, (void)data, (void)error;
    return sd_bus_message_append(reply, "b", 0);
}

static int on_activate(sd_bus_message* message, void* data, sd_bus_error* error)
{
    const TareDesktop* const desktop = data;
    (void)error;
    desktop->listener.activate(desktop->listener.data);
    return sd_bus_reply_method_return(message, "");
}

static int on_second(sd_bus_message* message, void* data, sd_bus_error* error)
{
    const TareDesktop* const desktop = data;
    (void)error;
    desktop->listener.second(desktop->listener.data);
    return sd_bus_reply_method_return(message, "");
}

/** A tray shows the menu itself, and turns nothing. */
static int on_other(sd_bus_message* message, void* data, sd_bus_error* error)
{
    (void)data, (void)error;
    return sd_bus_reply_method_return(message, "");
}

static const sd_bus_vtable table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Category", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("Id", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("Title", "s", get_text, 0, 0),
    SD_BUS_PROPERTY("Status", "s", get_text, 0, 0),
    SD_BUS_PROPERTY("IconName", "s", get_text, 0, 0),
    SD_BUS_PROPERTY("OverlayIconName", "s", get_text, 0, 0),
    SD_BUS_PROPERTY("ToolTip", "(sa(iiay)ss)", get_tip, 0, 0),
    SD_BUS_PROPERTY("ItemIsMenu", "b", get_is_menu, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("Menu", "o", get_menu, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_METHOD("Activate", "ii", "", on_activate, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("SecondaryActivate", "ii", "", on_second, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("ContextMenu", "ii", "", on_other, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Scroll", "is", "", on_other, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_SIGNAL("NewTitle", "", 0),
    SD_BUS_SIGNAL("NewIcon", "", 0),
    SD_BUS_SIGNAL("NewOverlayIcon", "", 0),
    SD_BUS_SIGNAL("NewToolTip", "", 0),
    SD_BUS_SIGNAL("NewStatus", "s", 0),
    SD_BUS_VTABLE_END};

static void name_of_item(char name[NAME_SIZE])
{
    snprintf(name, NAME_SIZE, INTERFACE "-%ld-1", (long)getpid());
}

static int on_registered(sd_bus_message* message, void* data, sd_bus_error* error)
{
    TareDesktop* const desktop = data;
    (void)error;
    desktop->is_shown = !sd_bus_message_is_method_error(message, NULL);
    return 0;
}

static int ask(TareDesktop* desktop)
{
    char name[NAME_SIZE];
    name_of_item(name);
    return sd_bus_call_method_async(desktop->bus, NULL, WATCHER, WATCHER_PATH, WATCHER,
                                    "RegisterStatusNotifierItem", on_registered, desktop, "s",
                                    name);
}

/** A watcher has come or gone. */
static int on_watcher(sd_bus_message* message, void* data, sd_bus_error* error)
{
    const char *name = NULL, *before = NULL, *now = NULL;
    TareDesktop* const desktop = data;
    (void)error;
    if (sd_bus_message_read(message, "sss", &name, &before, &now) < 0)
        return 0;
    desktop->is_shown = false;
    if (now[0] != '\0')
        (void)ask(desktop);
    return 0;
}

int tare_tray_item_offer(TareDesktop* desktop)
{
    char name[NAME_SIZE];
    name_of_item(name);
    const int state = sd_bus_add_object_vtable(desktop->bus, NULL, PATH, INTERFACE, table, desktop);
    return state < 0 ? state : sd_bus_request_name(desktop->bus, name, 0);
}

int tare_tray_item_register(TareDesktop* desktop)
{
    const int state = sd_bus_add_match(
        desktop->bus, NULL,
        "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
        "member='NameOwnerChanged',arg0='" WATCHER "'",
        on_watcher, desktop);
    return state < 0 ? state : ask(desktop);
}

void tare_tray_item_tell(TareDesktop* desktop)
{
    static const char* const signals[] = {"NewTitle", "NewOverlayIcon", "NewToolTip"};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i)
        (void)sd_bus_emit_signal(desktop->bus, PATH, INTERFACE, signals[i], "");
}
