/* The menu of the icon: com.canonical.dbusmenu, as libdbusmenu's description of it has it. One
   level; item 0 is the menu itself. */

#include "desktop/desktop.h"

#include <string.h>
#include <systemd/sd-bus.h>

#define INTERFACE "com.canonical.dbusmenu"

enum { LABEL_SIZE = 2 * TARE_DESKTOP_TEXT };

static const TareDesktopItem* find(const TareDesktop* desktop, int id)
{
    for (unsigned i = 0; i < desktop->face.n_items; ++i)
        if (desktop->face.items[i].id == id)
            return &desktop->face.items[i];
    return NULL;
}

/** A lone underscore would mark a letter. */
static void write_label(char label[LABEL_SIZE], const char* text)
{
    for (; *text != '\0'; ++text) {
        *label++ = *text;
        if (*text == '_')
            *label++ = '_';
    }
    *label = '\0';
}

/** Appends a{sv} with all properties of an item; NULL is the menu itself. */
static int append_properties(sd_bus_message* reply, const TareDesktopItem* item)
{
    char label[LABEL_SIZE];
    if (!item)
        return sd_bus_message_append(reply, "a{sv}", 1, "children-display", "s", "submenu");
    if (item->kind == TARE_DESKTOP_SEPARATOR)
        return sd_bus_message_append(reply, "a{sv}", 1, "type", "s", "separator");
    write_label(label, item->label);
    if (item->kind == TARE_DESKTOP_PLAIN)
        return sd_bus_message_append(reply, "a{sv}", 2, "label", "s", label, "enabled", "b",
                                     (int)item->is_enabled);
    return sd_bus_message_append(reply, "a{sv}", 4, "label", "s", label, "enabled", "b",
                                 (int)item->is_enabled, "toggle-type", "s", "checkmark",
                                 "toggle-state", "i", (int)item->is_on);
}

/** Appends (ia{sv}av) of an item without items below it. */
static int append_item(sd_bus_message* reply, const TareDesktopItem* item)
{
    int state = sd_bus_message_open_container(reply, 'v', "(ia{sv}av)");
    state = state < 0 ? state : sd_bus_message_open_container(reply, 'r', "ia{sv}av");
    state = state < 0 ? state : sd_bus_message_append(reply, "i", item->id);
    state = state < 0 ? state : append_properties(reply, item);
    state = state < 0 ? state : sd_bus_message_append(reply, "av", 0);
    state = state < 0 ? state : sd_bus_message_close_container(reply);
    return state < 0 ? state : sd_bus_message_close_container(reply);
}

static int append_layout(sd_bus_message* reply, const TareDesktop* desktop, int parent)
{
    const unsigned n = parent == 0 ? desktop->face.n_items : 0;
    int state = sd_bus_message_append(reply, "u", desktop->revision);
    state = state < 0 ? state : sd_bus_message_open_container(reply, 'r', "ia{sv}av");
    state = state < 0 ? state : sd_bus_message_append(reply, "i", parent);
    state =
        state < 0 ? state : append_properties(reply, parent == 0 ? NULL : find(desktop, parent));
    state = state < 0 ? state : sd_bus_message_open_container(reply, 'a', "v");
    for (unsigned i = 0; state >= 0 && i < n; ++i)
        state = append_item(reply, &desktop->face.items[i]);
    state = state < 0 ? state : sd_bus_message_close_container(reply);
    return state < 0 ? state : sd_bus_message_close_container(reply);
}

static int send(sd_bus_message* reply, int state)
{
    if (state >= 0)
        state = sd_bus_send(NULL, reply, NULL);
    sd_bus_message_unref(reply);
    return state;
}

static int on_get_layout(sd_bus_message* message, void* data, sd_bus_error* error)
{
    const TareDesktop* const desktop = data;
    int parent = 0;
    sd_bus_message* reply = NULL;
    if (sd_bus_message_read(message, "i", &parent) < 0 || (parent != 0 && !find(desktop, parent)))
        return sd_bus_error_set(error, SD_BUS_ERROR_INVALID_ARGS, "no such item");
    const int state = sd_bus_message_new_method_return(message, &reply);
    return state < 0 ? state : send(reply, append_layout(reply, desktop, parent));
}

/** Appends (ia{sv}) of the menu itself, or of an item, when there is one. */
static int append_group(sd_bus_message* reply, const TareDesktop* desktop, int id)
{
    const TareDesktopItem* const item = find(desktop, id);
    if (!item && id != 0)
        return 0;
    int state = sd_bus_message_open_container(reply, 'r', "ia{sv}");
    state = state < 0 ? state : sd_bus_message_append(reply, "i", id);
    state = state < 0 ? state : append_properties(reply, item);
    return state < 0 ? state : sd_bus_message_close_container(reply);
}

static int on_get_group(sd_bus_message* message, void* data, sd_bus_error* error)
{
    const TareDesktop* const desktop = data;
    sd_bus_message* reply = NULL;
    const int32_t* ids = NULL;
    size_t size = 0;
    (void)error;
    int state = sd_bus_message_read_array(message, 'i', (const void**)&ids, &size);
    state = state < 0 ? state : sd_bus_message_new_method_return(message, &reply);
    if (state < 0)
        return state;
    state = sd_bus_message_open_container(reply, 'a', "(ia{sv})");
    const size_t n = size / sizeof *ids;
    for (size_t i = 0; state >= 0 && i < n; ++i)
        state = append_group(reply, desktop, ids[i]);
    for (unsigned i = 0; state >= 0 && n == 0 && i < desktop->face.n_items; ++i)
        state = append_group(reply, desktop, desktop->face.items[i].id);
    return send(reply, state < 0 ? state : sd_bus_message_close_container(reply));
}

static int on_get_property(sd_bus_message* message, void* data, sd_bus_error* error)
{
    const TareDesktopItem* item = NULL;
    const char* name = NULL;
    int id = 0;
    if (sd_bus_message_read(message, "is", &id, &name) < 0 || !(item = find(data, id)))
        return sd_bus_error_set(error, SD_BUS_ERROR_INVALID_ARGS, "no such item");
    if (!strcmp(name, "label"))
        return sd_bus_reply_method_return(message, "v", "s", item->label);
    if (!strcmp(name, "enabled"))
        return sd_bus_reply_method_return(message, "v", "b", (int)item->is_enabled);
    if (!strcmp(name, "toggle-state"))
        return sd_bus_reply_method_return(message, "v", "i", (int)item->is_on);
    return sd_bus_error_set(error, SD_BUS_ERROR_INVALID_ARGS, "no such property");
}

/** What is done to an item; whether it is there. */
static bool take_event(const TareDesktop* desktop, int id, const char* event)
{
    const TareDesktopItem* const item = find(desktop, id);
    if (item && item->is_enabled && !strcmp(event, "clicked"))
        desktop->listener.choose(desktop->listener.data, id);
    return item || id == 0;
}

/** Reads isvu and does it; below 0 when it is something else. */
static int read_event(sd_bus_message* message, const TareDesktop* desktop, int* id, bool* is_there)
{
    const char* event = NULL;
    uint32_t time = 0;
    int state = sd_bus_message_read(message, "is", id, &event);
    state = state < 0 ? state : sd_bus_message_skip(message, "v");
    state = state < 0 ? state : sd_bus_message_read(message, "u", &time);
    *is_there = state >= 0 && take_event(desktop, *id, event);
    return state;
}

static int on_event(sd_bus_message* message, void* data, sd_bus_error* error)
{
    int id = 0;
    bool is_there = false;
    const int state = read_event(message, data, &id, &is_there);
    if (state < 0)
        return state;
    return is_there ? sd_bus_reply_method_return(message, "")
                    : sd_bus_error_set(error, SD_BUS_ERROR_INVALID_ARGS, "no such item");
}

static int on_events(sd_bus_message* message, void* data, sd_bus_error* error)
{
    int id = 0;
    bool is_there = false;
    (void)error;
    int state = sd_bus_message_enter_container(message, 'a', "(isvu)");
    while (state >= 0 && (state = sd_bus_message_enter_container(message, 'r', "isvu")) > 0) {
        state = read_event(message, data, &id, &is_there);
        state = state < 0 ? state : sd_bus_message_exit_container(message);
    }
    return state < 0 ? state : sd_bus_reply_method_return(message, "ai", 0);
}

/** All is up to date. */
static int on_about(sd_bus_message* message, void* data, sd_bus_error* error)
{
    (void)data, (void)error;
    return sd_bus_reply_method_return(message, "b", 0);
}

static int on_about_group(sd_bus_message* message, void* data, sd_bus_error* error)
{
    (void)data, (void)error;
    return sd_bus_reply_method_return(message, "aiai", 0, 0);
}

static int get_version(sd_bus* bus, const char* path, const char* interface, const char* property,
                       sd_bus_message* reply, void* data, sd_bus_error* error)
{
    (void)bus, (void)path, (void)interface, (void)property, (void)data, (void)error;
    return sd_bus_message_append(reply, "u", 3);
}

static int get_word(sd_bus* bus, const char* path, const char* interface, const char* property,
                    sd_bus_message* reply, void* data, sd_bus_error* error)
{
    (void)bus, (void)path, (void)interface, (void)data, (void)error;
    return sd_bus_message_append(reply, "s", property[0] == 'S' ? "normal" : "ltr");
}

static int get_icon_path(sd_bus* bus, const char* path, const char* interface, const char* property,
                         sd_bus_message* reply, void* data, sd_bus_error* error)
{
    (void)bus, (void)path, (void)interface, (void)property, (void)data, (void)error;
    return sd_bus_message_append(reply, "as", 0);
}

static const sd_bus_vtable table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Version", "u", get_version, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("Status", "s", get_word, 0, 0),
    SD_BUS_PROPERTY("TextDirection", "s", get_word, 0, 0),
    SD_BUS_PROPERTY("IconThemePath", "as", get_icon_path, 0, 0),
    SD_BUS_METHOD("GetLayout", "iias", "u(ia{sv}av)", on_get_layout, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("GetGroupProperties", "aias", "a(ia{sv})", on_get_group,
                  SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("GetProperty", "is", "v", on_get_property, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Event", "isvu", "", on_event, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("EventGroup", "a(isvu)", "ai", on_events, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("AboutToShow", "i", "b", on_about, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("AboutToShowGroup", "ai", "aiai", on_about_group, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_SIGNAL("ItemsPropertiesUpdated", "a(ia{sv})a(ias)", 0),
    SD_BUS_SIGNAL("LayoutUpdated", "ui", 0),
    SD_BUS_VTABLE_END};

int tare_tray_menu_offer(TareDesktop* desktop)
{
    return sd_bus_add_object_vtable(desktop->bus, NULL, TARE_DESKTOP_MENU_PATH, INTERFACE, table,
                                    desktop);
}

void tare_tray_menu_tell(TareDesktop* desktop)
{
    (void)sd_bus_emit_signal(desktop->bus, TARE_DESKTOP_MENU_PATH, INTERFACE, "LayoutUpdated", "ui",
                             desktop->revision, 0);
}
