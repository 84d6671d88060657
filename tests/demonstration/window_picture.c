/* Draws the window without a display, after somebody did something with it.

       window_picture OUT.png WIDTH HEIGHT SCALE light|dark [DEED...]

   A DEED is "type:TEXT", "key:NAME", "press:X,Y", "twice:X,Y", "move:X,Y", "release:X,Y",
   "wheel:X,Y,NOTCHES", or "hear:SYMBOL=VALUE"; "shift+" before it holds that key. */

#include "base/number.h"
#include "ports.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/theme.h"
#include "window/window.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N_CHANNELS = 2 };

static void write_nothing(void* data, uint32_t port, float value)
{
    (void)data;
    (void)port;
    (void)value;
}

static const struct {
    const char* name;
    TareKey key;
} keys[] = {
    {"left", TARE_KEY_LEFT},     {"right", TARE_KEY_RIGHT},     {"up", TARE_KEY_UP},
    {"down", TARE_KEY_DOWN},     {"page-up", TARE_KEY_PAGE_UP}, {"page-down", TARE_KEY_PAGE_DOWN},
    {"home", TARE_KEY_HOME},     {"end", TARE_KEY_END},         {"enter", TARE_KEY_ENTER},
    {"escape", TARE_KEY_ESCAPE}, {"tab", TARE_KEY_TAB},         {"backspace", TARE_KEY_BACKSPACE},
    {"delete", TARE_KEY_DELETE},
};

static const struct {
    const char* name;
    TareEventKind kind;
    unsigned n_clicks;
} moves[] = {
    {"press:", TARE_EVENT_PRESS, 1}, {"twice:", TARE_EVENT_PRESS, 2},
    {"move:", TARE_EVENT_MOVE, 0},   {"release:", TARE_EVENT_RELEASE, 0},
    {"wheel:", TARE_EVENT_WHEEL, 0},
};

static double next_number(const char** text)
{
    double value = 0.0;
    size_t used = 0;
    if (tare_number_parse(*text, strlen(*text), &value, &used))
        *text += used;
    *text += **text == ',';
    return value;
}

static bool hear(TareWindow* window, const char* text)
{
    char symbol[32];
    const size_t n = strcspn(text, "=");
    if (text[n] != '=' || n >= sizeof symbol)
        return false;
    memcpy(symbol, text, n);
    symbol[n] = '\0';
    text += n + 1;
    tare_window_hear(window, tare_port_find(N_CHANNELS, symbol), (float)next_number(&text));
    return true;
}

/** One character after the other, as keys come. */
static void type(TareWindow* window, const char* text)
{
    for (; *text != '\0'; ++text) {
        TareEvent event = {.kind = TARE_EVENT_TEXT};
        event.text[0] = *text;
        tare_window_handle(window, &event);
    }
}

static bool press_key(TareWindow* window, const char* name, bool shift)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i)
        if (!strcmp(keys[i].name, name)) {
            const TareEvent event = {.kind = TARE_EVENT_KEY, .key = keys[i].key, .shift = shift};
            tare_window_handle(window, &event);
            return true;
        }
    return false;
}

static bool point(TareWindow* window, const char* deed, bool shift)
{
    for (size_t i = 0; i < sizeof moves / sizeof *moves; ++i) {
        const size_t n = strlen(moves[i].name);
        if (strncmp(deed, moves[i].name, n) != 0)
            continue;
        TareEvent event = {.kind = moves[i].kind, .n_clicks = moves[i].n_clicks, .shift = shift};
        deed += n;
        event.x = next_number(&deed);
        event.y = next_number(&deed);
        event.wheel = next_number(&deed);
        tare_window_handle(window, &event);
        return true;
    }
    return false;
}

static bool perform(TareWindow* window, const char* deed)
{
    const bool shift = !strncmp(deed, "shift+", 6);
    deed += shift ? 6 : 0;
    tare_window_dirty(window);
    if (!strncmp(deed, "type:", 5)) {
        type(window, deed + 5);
        return true;
    }
    if (!strncmp(deed, "key:", 4))
        return press_key(window, deed + 4, shift);
    if (!strncmp(deed, "hear:", 5))
        return hear(window, deed + 5);
    return point(window, deed, shift);
}

static bool draw(TareWindow* window, const char* path, double width, double height, double scale)
{
    cairo_surface_t* const surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * scale), (int)(height * scale));
    cairo_t* const cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    tare_window_draw(window, cairo);
    cairo_destroy(cairo);
    const cairo_status_t status = cairo_surface_write_to_png(surface, path);
    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS;
}

int main(int argc, char** argv)
{
    if (argc < 6) {
        fprintf(stderr, "usage: window_picture OUT.png WIDTH HEIGHT SCALE light|dark [DEED...]\n");
        return 2;
    }
    double sizes[3];
    for (int i = 0; i < 3; ++i) {
        const char* text = argv[2 + i];
        sizes[i] = next_number(&text);
    }
    const char* const home = getenv("TARE_BUILD_DIR");
    const TareDialsHost host = {NULL, write_nothing, NULL};
    TareWindow* const window = tare_window_new(N_CHANNELS, home ? home : "", &host);
    if (!window)
        return 1;
    tare_window_resize(window, sizes[0], sizes[1]);
    tare_window_set_theme(window, strcmp(argv[5], "dark") ? &tare_theme_light : &tare_theme_dark);
    bool is_good = true;
    for (int i = 6; i < argc && is_good; ++i) {
        is_good = perform(window, argv[i]);
        if (!is_good)
            fprintf(stderr, "window_picture: no such deed: %s\n", argv[i]);
    }
    is_good = is_good && draw(window, argv[1], sizes[0], sizes[1], sizes[2]);
    tare_window_free(window);
    return is_good ? 0 : 1;
}
