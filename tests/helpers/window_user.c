#include "helpers/window_user.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static void write_port(void* data, uint32_t port, float value)
{
    WindowUser* const user = data;
    ++user->n_writes;
    user->last_written = port;
    user->values[port] = value;
}

static void touch_port(void* data, uint32_t port, bool is_held)
{
    WindowUser* const user = data;
    (void)port;
    ++*(is_held ? &user->n_holds : &user->n_releases);
}

bool window_user_open(WindowUser* user, uint32_t n_channels)
{
    *user = (WindowUser){.n_channels = n_channels};
    const char* const home = getenv("TARE_BUILD_DIR");
    const TareDialsHost host = {user, write_port, touch_port};
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i)
        user->values[i] = tare_port(n_channels, i).def;
    user->window = tare_window_new(n_channels, home ? home : "", &host);
    return user->window != NULL;
}

void window_user_close(WindowUser* user)
{
    tare_window_free(user->window);
    user->window = NULL;
}

float window_user_value(const WindowUser* user, const char* symbol)
{
    return user->values[tare_port_find(user->n_channels, symbol)];
}

void window_user_hear(WindowUser* user, const char* symbol, float value)
{
    const uint32_t port = tare_port_find(user->n_channels, symbol);
    user->values[port] = value;
    tare_window_hear(user->window, port, value);
}

static void handle(WindowUser* user, const TareEvent* event)
{
    tare_window_handle(user->window, event);
    (void)tare_window_dirty(user->window);
}

void window_user_type(WindowUser* user, const char* text)
{
    const size_t length = strlen(text);
    for (size_t i = 0, n; i < length; i += n) {
        uint32_t character = 0;
        TareEvent event = {.kind = TARE_EVENT_TEXT};
        n = tare_utf8_decode(text + i, length - i, &character);
        memcpy(event.text, text + i, n);
        handle(user, &event);
    }
}

void window_user_key(WindowUser* user, TareKey key, bool shift)
{
    handle(user, &(TareEvent){.kind = TARE_EVENT_KEY, .key = key, .shift = shift});
}

void window_user_control(WindowUser* user, char letter)
{
    handle(user, &(TareEvent){.kind = TARE_EVENT_TEXT, .control = true, .text = {letter}});
}

void window_user_press(WindowUser* user, double x, double y, unsigned n_clicks)
{
    handle(user, &(TareEvent){.kind = TARE_EVENT_PRESS, .x = x, .y = y, .n_clicks = n_clicks});
}

void window_user_move(WindowUser* user, double x, double y, bool shift)
{
    handle(user, &(TareEvent){.kind = TARE_EVENT_MOVE, .x = x, .y = y, .shift = shift});
}

void window_user_release(WindowUser* user)
{
    handle(user, &(TareEvent){.kind = TARE_EVENT_RELEASE});
}

void window_user_wheel(WindowUser* user, double x, double y, double notches, bool shift)
{
    handle(user, &(TareEvent){
                     .kind = TARE_EVENT_WHEEL, .x = x, .y = y, .wheel = notches, .shift = shift});
}
