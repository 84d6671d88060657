/* The desktop's own file chooser: org.freedesktop.portal.FileChooser. */

#include "desktop/desktop.h"

#include <stdio.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define CHOOSER "org.freedesktop.portal.FileChooser"
#define REQUEST "org.freedesktop.portal.Request"

enum { TOKEN_SIZE = 48, PATH_SIZE = 256, PARENT_SIZE = 32 };

/* A portal that has to be started first takes its time. */
#define START_US 5000000

static void end(TareDesktop* desktop, const char* uri, bool has_failed)
{
    desktop->answer = sd_bus_slot_unref(desktop->answer);
    desktop->listener.file(desktop->listener.data, uri, has_failed);
}

/** Reads the first of the URIs out of a{sv}; NULL when there is none. */
static const char* first_uri(sd_bus_message* message)
{
    const char *key = NULL, *uri = NULL;
    if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0)
        return NULL;
    while (!uri && sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        const bool is_read = sd_bus_message_read(message, "s", &key) >= 0;
        const bool are_uris = is_read && !strcmp(key, "uris") &&
                              sd_bus_message_enter_container(message, 'v', "as") > 0 &&
                              sd_bus_message_enter_container(message, 'a', "s") > 0;
        if (are_uris && sd_bus_message_read(message, "s", &uri) > 0)
            return uri;
        if (!is_read || are_uris || sd_bus_message_skip(message, "v") < 0 ||
            sd_bus_message_exit_container(message) < 0)
            return NULL;
    }
    return NULL;
}

static int on_response(sd_bus_message* message, void* data, sd_bus_error* error)
{
    uint32_t response = 0;
    (void)error;
    const bool is_good = sd_bus_message_read(message, "u", &response) >= 0 && response == 0;
    end(data, is_good ? first_uri(message) : NULL, false);
    return 0;
}

/** The question has arrived, or nobody is there for it. */
static int on_asked(sd_bus_message* message, void* data, sd_bus_error* error)
{
    TareDesktop* const desktop = data;
    (void)error;
    if (sd_bus_message_is_method_error(message, NULL) && desktop->answer)
        end(desktop, NULL, true);
    return 0;
}

/** Listens for the answer, which comes from an object of a path that is known beforehand. */
static int listen(TareDesktop* desktop, const char* token)
{
    char path[PATH_SIZE];
    char sender[PATH_SIZE / 2];
    const char* name = NULL;
    int state = sd_bus_get_unique_name(desktop->bus, &name);
    if (state < 0)
        return state;
    snprintf(sender, sizeof sender, "%s", name + 1); /* without its colon */
    for (char* c = sender; *c; ++c)
        *c = *c == '.' ? '_' : *c;
    snprintf(path, sizeof path, PORTAL_PATH "/request/%s/%s", sender, token);
    return sd_bus_match_signal(desktop->bus, &desktop->answer, NULL, path, REQUEST, "Response",
                               on_response, desktop);
}

static int ask(TareDesktop* desktop, const TareDesktopQuestion* question, const char* token)
{
    char parent[PARENT_SIZE];
    sd_bus_message* call = NULL;
    snprintf(parent, sizeof parent, "x11:%lx", question->window);
    int state = sd_bus_message_new_method_call(desktop->bus, &call, PORTAL, PORTAL_PATH, CHOOSER,
                                               question->is_saving ? "SaveFile" : "OpenFile");
    state = state < 0 ? state : sd_bus_message_append(call, "ss", parent, question->title);
    if (state >= 0)
        state = question->is_saving
                    ? sd_bus_message_append(call, "a{sv}", 2, "handle_token", "s", token,
                                            "current_name", "s", question->name)
                    : sd_bus_message_append(call, "a{sv}", 1, "handle_token", "s", token);
    state = state < 0 ? state
                      : sd_bus_call_async(desktop->bus, NULL, call, on_asked, desktop, START_US);
    sd_bus_message_unref(call);
    return state;
}

bool tare_desktop_ask_file(TareDesktop* desktop, const TareDesktopQuestion* question)
{
    char token[TOKEN_SIZE];
    if (desktop->answer) /* one question at a time */
        return true;
    snprintf(token, sizeof token, "tare_%ld_%u", (long)getpid(), ++desktop->n_questions);
    if (listen(desktop, token) >= 0 && ask(desktop, question, token) >= 0)
        return true;
    desktop->answer = sd_bus_slot_unref(desktop->answer);
    return false;
}
