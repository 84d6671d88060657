/* A desktop on the session bus, as far as a window has to do with it: a tray, and a portal that
   chooses files. It does what it is told by lines, and answers each with lines of which the last is
   "ok", or begins with "no".

       tray on|off           to be there as the one who shows icons
       portal URI|none|off   to choose this file, or none, from now on; or not to be there
       get NAME              a property of the icon that is registered, as text
       menu                  its menu: "ID TYPE STATE LABEL" each
       click ID              an item of it
       activate, second      the icon, with the first button or the middle one
       asked                 what the portal was asked last: "METHOD PARENT TITLE NAME"
       changes               how many signals the icon and its menu have sent */

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>

#define WATCHER "org.kde.StatusNotifierWatcher"
#define ITEM "org.kde.StatusNotifierItem"
#define MENU "com.canonical.dbusmenu"
#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

enum { TEXT = 512 };

typedef struct {
    sd_bus* bus;
    char item[TEXT]; ///< who is registered
    char uri[TEXT];  ///< that is chosen; "" for none
    char asked[4 * TEXT];
    unsigned n_changes;
} Desktop;

static int on_register(sd_bus_message* message, void* data, sd_bus_error* error)
{
    Desktop* const desktop = data;
    const char* name = NULL;
    (void)error;
    if (sd_bus_message_read(message, "s", &name) < 0)
        return -EINVAL;
    snprintf(desktop->item, TEXT, "%s", name);
    return sd_bus_reply_method_return(message, "");
}

static const sd_bus_vtable watcher[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("RegisterStatusNotifierItem", "s", "", on_register, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END};

/** Reads a{sv}: two texts out of it. */
static void read_options(sd_bus_message* message, const char** token, const char** name)
{
    const char* key = NULL;
    sd_bus_message_enter_container(message, 'a', "{sv}");
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        sd_bus_message_read(message, "s", &key);
        if (!strcmp(key, "handle_token"))
            sd_bus_message_read(message, "v", "s", token);
        else if (!strcmp(key, "current_name"))
            sd_bus_message_read(message, "v", "s", name);
        else
            sd_bus_message_skip(message, "v");
        sd_bus_message_exit_container(message);
    }
}

/** The answer, from the object that both know by its path. */
static int answer(const Desktop* desktop, const char* path)
{
    if (desktop->uri[0] == '\0')
        return sd_bus_emit_signal(desktop->bus, path, REQUEST, "Response", "ua{sv}", 1, 0);
    return sd_bus_emit_signal(desktop->bus, path, REQUEST, "Response", "ua{sv}", 0, 2, "choices",
                              "a(ss)", 0, "uris", "as", 1, desktop->uri);
}

static int on_choose(sd_bus_message* message, void* data, sd_bus_error* error)
{
    Desktop* const desktop = data;
    const char *parent = "", *title = "", *token = "t", *name = "";
    char path[TEXT], sender[TEXT];
    (void)error;
    if (sd_bus_message_read(message, "ss", &parent, &title) < 0)
        return -EINVAL;
    read_options(message, &token, &name);
    snprintf(desktop->asked, sizeof desktop->asked, "%s %s \"%s\" \"%s\"",
             sd_bus_message_get_member(message), parent, title, name);
    snprintf(sender, TEXT, "%s", sd_bus_message_get_sender(message) + 1);
    for (char* c = sender; *c; ++c)
        *c = *c == '.' ? '_' : *c;
    snprintf(path, TEXT, PORTAL_PATH "/request/%.200s/%.200s", sender, token);
    const int state = sd_bus_reply_method_return(message, "o", path);
    return state < 0 ? state : answer(desktop, path);
}

static const sd_bus_vtable chooser[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("OpenFile", "ssa{sv}", "o", on_choose, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("SaveFile", "ssa{sv}", "o", on_choose, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END};

static int on_change(sd_bus_message* message, void* data, sd_bus_error* error)
{
    (void)message, (void)error;
    ++((Desktop*)data)->n_changes;
    return 0;
}

/* What is told by lines; below 0 when it cannot be done */

static int be(Desktop* desktop, const char* name, bool is_there)
{
    const int state = is_there ? sd_bus_request_name(desktop->bus, name, 0)
                               : sd_bus_release_name(desktop->bus, name);
    return state == -EALREADY ? 0 : state;
}

static int print_property(Desktop* desktop, const char* name)
{
    char* text = NULL;
    const int state = sd_bus_get_property_string(desktop->bus, desktop->item, "/StatusNotifierItem",
                                                 ITEM, name, NULL, &text);
    if (state >= 0)
        printf("%s\n", text);
    free(text);
    return state;
}

static int print_tip(Desktop* desktop)
{
    const char *icon = NULL, *title = NULL, *text = NULL;
    sd_bus_message* reply = NULL;
    int state = sd_bus_get_property(desktop->bus, desktop->item, "/StatusNotifierItem", ITEM,
                                    "ToolTip", NULL, &reply, "(sa(iiay)ss)");
    state = state < 0 ? state : sd_bus_message_enter_container(reply, 'r', "sa(iiay)ss");
    state = state < 0 ? state : sd_bus_message_read(reply, "s", &icon);
    state = state < 0 ? state : sd_bus_message_skip(reply, "a(iiay)");
    state = state < 0 ? state : sd_bus_message_read(reply, "ss", &title, &text);
    if (state >= 0)
        printf("%s: %s\n", title, text);
    sd_bus_message_unref(reply);
    return state;
}

/** Prints one item out of v(ia{sv}av). */
static int print_item(sd_bus_message* reply)
{
    const char *key = NULL, *label = "", *type = "standard";
    int id = 0, is_on = -1;
    sd_bus_message_enter_container(reply, 'v', "(ia{sv}av)");
    sd_bus_message_enter_container(reply, 'r', "ia{sv}av");
    sd_bus_message_read(reply, "i", &id);
    sd_bus_message_enter_container(reply, 'a', "{sv}");
    while (sd_bus_message_enter_container(reply, 'e', "sv") > 0) {
        sd_bus_message_read(reply, "s", &key);
        if (!strcmp(key, "label"))
            sd_bus_message_read(reply, "v", "s", &label);
        else if (!strcmp(key, "type"))
            sd_bus_message_read(reply, "v", "s", &type);
        else if (!strcmp(key, "toggle-state"))
            sd_bus_message_read(reply, "v", "i", &is_on);
        else
            sd_bus_message_skip(reply, "v");
        sd_bus_message_exit_container(reply);
    }
    sd_bus_message_exit_container(reply);
    sd_bus_message_skip(reply, "av");
    sd_bus_message_exit_container(reply);
    printf("%d %s %d %s\n", id, type, is_on, label);
    return sd_bus_message_exit_container(reply);
}

static int print_menu(Desktop* desktop)
{
    uint32_t revision = 0;
    int id = 0;
    sd_bus_message* reply = NULL;
    int state = sd_bus_call_method(desktop->bus, desktop->item, "/MenuBar", MENU, "GetLayout", NULL,
                                   &reply, "iias", 0, -1, 0);
    state = state < 0 ? state : sd_bus_message_read(reply, "u", &revision);
    state = state < 0 ? state : sd_bus_message_enter_container(reply, 'r', "ia{sv}av");
    state = state < 0 ? state : sd_bus_message_read(reply, "i", &id);
    state = state < 0 ? state : sd_bus_message_skip(reply, "a{sv}");
    state = state < 0 ? state : sd_bus_message_enter_container(reply, 'a', "v");
    while (state >= 0 && sd_bus_message_at_end(reply, false) == 0)
        state = print_item(reply);
    sd_bus_message_unref(reply);
    return state;
}

static int click(Desktop* desktop, int id)
{
    return sd_bus_call_method(desktop->bus, desktop->item, "/MenuBar", MENU, "Event", NULL, NULL,
                              "isvu", id, "clicked", "i", 0, 0);
}

static int press(Desktop* desktop, const char* method)
{
    return sd_bus_call_method(desktop->bus, desktop->item, "/StatusNotifierItem", ITEM, method,
                              NULL, NULL, "ii", 0, 0);
}

static int choose(Desktop* desktop, const char* uri)
{
    snprintf(desktop->uri, TEXT, "%s", strcmp(uri, "none") ? uri : "");
    return be(desktop, PORTAL, strcmp(uri, "off") != 0);
}

static int act(Desktop* desktop, const char* word, const char* rest)
{
    if (!strcmp(word, "tray"))
        return be(desktop, WATCHER, !strcmp(rest, "on"));
    if (!strcmp(word, "portal"))
        return choose(desktop, rest);
    if (!strcmp(word, "get"))
        return strcmp(rest, "ToolTip") ? print_property(desktop, rest) : print_tip(desktop);
    if (!strcmp(word, "menu"))
        return print_menu(desktop);
    if (!strcmp(word, "click"))
        return click(desktop, atoi(rest));
    if (!strcmp(word, "activate"))
        return press(desktop, "Activate");
    if (!strcmp(word, "second"))
        return press(desktop, "SecondaryActivate");
    if (!strcmp(word, "asked"))
        return printf("%s\n", desktop->asked);
    if (!strcmp(word, "changes"))
        return printf("%u\n", desktop->n_changes);
    return -EINVAL;
}

static void take_line(Desktop* desktop, char* line)
{
    line[strcspn(line, "\n")] = '\0';
    char* const space = strchr(line, ' ');
    if (space)
        *space = '\0';
    const int state = act(desktop, line, space ? space + 1 : "");
    if (state < 0)
        printf("no: %s\n", strerror(-state));
    else
        puts("ok");
    fflush(stdout);
}

int main(void)
{
    Desktop desktop = {0};
    char line[TEXT];
    if (sd_bus_open_user(&desktop.bus) < 0 ||
        sd_bus_add_object_vtable(desktop.bus, NULL, "/StatusNotifierWatcher", WATCHER, watcher,
                                 &desktop) < 0 ||
        sd_bus_add_object_vtable(desktop.bus, NULL, PORTAL_PATH,
                                 "org.freedesktop.portal.FileChooser", chooser, &desktop) < 0 ||
        sd_bus_add_match(desktop.bus, NULL, "type='signal',interface='" ITEM "'", on_change,
                         &desktop) < 0 ||
        sd_bus_add_match(desktop.bus, NULL, "type='signal',interface='" MENU "'", on_change,
                         &desktop) < 0)
        return 1;
    puts("ok");
    fflush(stdout);
    setvbuf(stdin, NULL, _IONBF, 0);
    for (;;) {
        struct pollfd ready[2] = {{.fd = 0, .events = POLLIN},
                                  {.fd = sd_bus_get_fd(desktop.bus), .events = POLLIN}};
        while (sd_bus_process(desktop.bus, NULL) > 0)
            ;
        if (poll(ready, 2, -1) < 0)
            return 1;
        if (ready[0].revents && !fgets(line, sizeof line, stdin))
            return 0;
        if (ready[0].revents)
            take_line(&desktop, line);
    }
}
