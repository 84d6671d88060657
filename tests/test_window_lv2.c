/* The window as LV2 hosts run it: loaded out of the bundle, in a window of the host, on a display
   of its own. */

#include "helpers/check.h"
#include "helpers/display.h"
#include "ports.h"

#include <dirent.h>
#include <dlfcn.h>
#include <lv2/atom/atom.h>
#include <lv2/options/options.h>
#include <lv2/ui/ui.h>
#include <lv2/urid/urid.h>
#include <stdlib.h>
#include <unistd.h>
#include <X11/keysym.h>
#include <X11/Xlib.h>

enum { N_CHANNELS = 2, WIDTH = 1040, HEIGHT = 620 };

static const LV2UI_Descriptor* descriptor;
static const LV2UI_Idle_Interface* idle;
static char bundle[4096];

typedef struct {
    Display* display;
    Window parent;
    LV2UI_Widget widget;
    LV2UI_Handle handle;
    LV2UI_Touch touch;
    unsigned n_writes, n_taken, n_let_go;
    float values[TARE_MAX_PORTS];
} Host;

static void write_port(LV2UI_Controller controller, uint32_t port, uint32_t size, uint32_t protocol,
                       const void* buffer)
{
    Host* const host = controller;
    CHECK(size == sizeof(float) && protocol == 0);
    memcpy(&host->values[port], buffer, sizeof(float));
    ++host->n_writes;
}

static void touch(LV2UI_Feature_Handle handle, uint32_t port, bool is_held)
{
    Host* const host = handle;
    CHECK(port < tare_ports_count(N_CHANNELS));
    ++*(is_held ? &host->n_taken : &host->n_let_go);
}

static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char* uri)
{
    static const char* const uris[] = {LV2_UI_PREFIX "scaleFactor", LV2_UI_PREFIX "backgroundColor",
                                       LV2_ATOM__Float};
    (void)handle;
    for (uint32_t i = 0; i < 3; ++i)
        if (!strcmp(uris[i], uri))
            return i + 1;
    return 99;
}

static void open_parent(Host* host)
{
    *host = (Host){.display = XOpenDisplay(NULL)};
    host->parent = XCreateSimpleWindow(host->display, DefaultRootWindow(host->display), 0, 0, WIDTH,
                                       HEIGHT, 0, 0, 0);
    XMapWindow(host->display, host->parent);
    XSync(host->display, False);
}

/** Opens it with a parent, touch, and a scale. */
static bool open_window(Host* host, float scale)
{
    open_parent(host);
    const uint32_t ground = 0x202020ff;
    host->touch = (LV2UI_Touch){host, touch};
    LV2_URID_Map map_data = {NULL, map_uri};
    const LV2_Options_Option options[] = {{LV2_OPTIONS_INSTANCE, 0, 1, sizeof(float), 3, &scale},
                                          {LV2_OPTIONS_INSTANCE, 0, 2, sizeof ground, 4, &ground},
                                          {LV2_OPTIONS_INSTANCE, 0, 0, 0, 0, NULL}};
    const LV2_Feature features[] = {{LV2_UI__parent, (void*)(uintptr_t)host->parent},
                                    {LV2_UI__touch, &host->touch},
                                    {LV2_URID__map, &map_data},
                                    {LV2_OPTIONS__options, (void*)(uintptr_t)options}};
    const LV2_Feature* const list[] = {&features[0], &features[1], &features[2], &features[3],
                                       NULL};
    host->handle = descriptor->instantiate(descriptor, "urn:tare:eq", bundle, write_port, host,
                                           &host->widget, list);
    return host->handle != NULL;
}

static void close_window(Host* host)
{
    descriptor->cleanup(host->handle);
    XCloseDisplay(host->display);
}

/** Idles until what was sent has been taken. */
static void settle(Host* host)
{
    XSync(host->display, False);
    for (int i = 0; i < 3; ++i)
        CHECK(idle->idle(host->handle) == 0);
}

static void send(Host* host, XEvent* event, long mask)
{
    event->xany.window = (Window)(uintptr_t)host->widget;
    XSendEvent(host->display, event->xany.window, False, mask, event);
    settle(host);
}

static void press_key(Host* host, KeySym symbol)
{
    XEvent event = {.xkey = {.type = KeyPress,
                             .keycode = XKeysymToKeycode(host->display, symbol),
                             .same_screen = True}};
    send(host, &event, KeyPressMask);
}

static void type(Host* host, const char* text)
{
    for (; *text != '\0'; ++text)
        press_key(host, (KeySym)*text); /* those of ASCII have its numbers */
}

static void point(Host* host, int type, int x, int y)
{
    XEvent event = {.xbutton = {.type = type, .x = x, .y = y, .same_screen = True}};
    if (type != MotionNotify)
        event.xbutton.button = Button1;
    send(host, &event,
         type == ButtonPress     ? ButtonPressMask
         : type == ButtonRelease ? ButtonReleaseMask
                                 : PointerMotionMask);
}

static float value_of(const Host* host, const char* symbol)
{
    return host->values[tare_port_find(N_CHANNELS, symbol)];
}

static void hear(Host* host, const char* symbol, float value)
{
    descriptor->port_event(host->handle, tare_port_find(N_CHANNELS, symbol), sizeof value, 0,
                           &value);
}

static void test_it_needs_no_feature(void)
{
    static const LV2_Feature* const none[] = {NULL};
    const LV2_Feature* const* const lists[] = {NULL, none};
    for (int i = 0; i < 2; ++i) {
        Host host;
        open_parent(&host);
        host.handle = descriptor->instantiate(descriptor, "urn:tare:eq-mono", bundle, write_port,
                                              &host, &host.widget, lists[i]);
        REQUIRE(host.handle && host.widget);
        settle(&host);
        descriptor->port_event(host.handle, 0xffffffff, 4, 0, &(float){1});
        descriptor->port_event(host.handle, 5, 3, 0, "abc");
        descriptor->port_event(host.handle, 5, 4, 7, "abcd");
        descriptor->port_event(host.handle, 5, 4, 0, &(float){NAN});
        settle(&host);
        CHECK(host.n_writes == 0);
        close_window(&host);
    }
    CHECK(descriptor->extension_data("urn:nothing") == NULL);
}

static void test_a_name_that_is_typed_sets_the_ports(void)
{
    Host host;
    REQUIRE(open_window(&host, 1));
    settle(&host);
    type(&host, "ex1000");
    CHECK(host.n_writes == 0);
    press_key(&host, XK_Return);
    CHECK_NEAR(value_of(&host, "freq_4"), 5443, 0.5);
    CHECK_NEAR(value_of(&host, "gain_4"), -10.6, 0.05);
    close_window(&host);
}

static void test_a_band_is_dragged_and_let_go(void)
{
    Host host;
    REQUIRE(open_window(&host, 1));
    hear(&host, "freq_1", 632.456f); /* the middle of the graph */
    hear(&host, "gain_1", 0.1f);
    settle(&host);
    point(&host, ButtonPress, 325, 310);
    point(&host, MotionNotify, 345, 260);
    CHECK(host.n_taken == 2 && host.n_let_go == 0);
    CHECK(value_of(&host, "gain_1") > 4 && value_of(&host, "freq_1") > 700);
    point(&host, ButtonRelease, 345, 260);
    CHECK(host.n_let_go == 2);
    close_window(&host);
}

static void test_closing_in_mid_drag_lets_go(void)
{
    Host host;
    REQUIRE(open_window(&host, 1));
    hear(&host, "freq_1", 632.456f);
    hear(&host, "gain_1", 0.1f);
    settle(&host);
    point(&host, ButtonPress, 325, 310);
    point(&host, MotionNotify, 345, 260);
    close_window(&host);
    CHECK(host.n_taken == 2 && host.n_let_go == 2);
}

static void test_a_parent_may_go_first(void)
{
    Host host;
    REQUIRE(open_window(&host, 1));
    settle(&host);
    point(&host, ButtonPress, 325, 310);
    XDestroyWindow(host.display, host.parent);
    XSync(host.display, False);
    hear(&host, "gain_1", 3);
    CHECK(idle->idle(host.handle) != 0);
    CHECK(idle->idle(host.handle) != 0);
    const LV2UI_Resize* const resize = descriptor->extension_data(LV2_UI__resize);
    REQUIRE(resize != NULL);
    CHECK(resize->ui_resize(host.handle, 500, 500) == 0);
    close_window(&host);
}

/** While the window draws: nobody waits for the other. */
static void test_a_parent_may_go_at_any_time(void)
{
    for (int i = 0; i < 20; ++i) {
        Host host;
        REQUIRE(open_window(&host, 1));
        settle(&host);
        XDestroyWindow(host.display, host.parent);
        XFlush(host.display);
        for (int k = 0; k < 5; ++k) {
            hear(&host, "gain_1", 3.0f + (float)k);
            (void)idle->idle(host.handle);
        }
        close_window(&host);
    }
}

static void test_several_do_not_disturb_each_other(void)
{
    Host one, two;
    REQUIRE(open_window(&one, 1) && open_window(&two, 1));
    settle(&one);
    settle(&two);
    type(&one, "ex1000");
    type(&two, "hd650");
    press_key(&one, XK_Return);
    CHECK(one.n_writes > 0 && two.n_writes == 0);
    press_key(&two, XK_Return);
    CHECK(two.n_writes > 0 && value_of(&one, "freq_1") != value_of(&two, "freq_1"));
    close_window(&one);
    close_window(&two);
}

static void test_the_scale_is_that_of_the_host(void)
{
    static const struct {
        float scale;
        int width, height;
    } cases[] = {{1, 1040, 620}, {2, 2080, 1240}, {1.5f, 1560, 930}};
    for (int i = 0; i < 3; ++i) {
        Host host;
        XWindowAttributes attributes;
        REQUIRE(open_window(&host, cases[i].scale));
        settle(&host);
        XGetWindowAttributes(host.display, (Window)(uintptr_t)host.widget, &attributes);
        CHECK(attributes.width == cases[i].width && attributes.height == cases[i].height);
        close_window(&host);
    }
}

static unsigned count_open_files(void)
{
    unsigned n = 0;
    DIR* const folder = opendir("/proc/self/fd");
    while (folder && readdir(folder))
        ++n;
    if (folder)
        closedir(folder);
    return n;
}

static unsigned count_windows(void)
{
    Display* const display = XOpenDisplay(NULL);
    Window root, parent, *children = NULL;
    unsigned n = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &n);
    XFree(children);
    XCloseDisplay(display);
    return n;
}

/** Pages of memory in use. */
static long count_pages(void)
{
    long all = 0, resident = 0;
    FILE* const file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &all, &resident) != 2)
        resident = 0;
    if (file)
        fclose(file);
    return resident;
}

static void open_and_close(void)
{
    Host host;
    REQUIRE(open_window(&host, 1));
    settle(&host);
    type(&host, "hd650");
    press_key(&host, XK_Return);
    close_window(&host);
}

static void test_a_hundred_openings_leave_nothing(void)
{
    for (int i = 0; i < 10; ++i)
        open_and_close();
    const unsigned n_files = count_open_files(), n_windows = count_windows();
    const long n_pages = count_pages();
    for (int i = 0; i < 100; ++i)
        open_and_close();
    CHECK(count_open_files() == n_files);
    CHECK(count_windows() == n_windows);
    CHECK((count_pages() - n_pages) * sysconf(_SC_PAGESIZE) < 1 << 20);
}

/** Loads the window out of the built bundle. */
static bool load(void)
{
    char path[sizeof bundle + 32];
    const char* const build = getenv("TARE_BUILD_DIR");
    snprintf(bundle, sizeof bundle, "%s/lv2/tare.lv2", build ? build : ".");
    snprintf(path, sizeof path, "%s/tare_window.so", bundle);
    void* const library = dlopen(path, RTLD_NOW);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return false;
    }
    LV2UI_DescriptorFunction find = NULL;
    *(void**)&find = dlsym(library, "lv2ui_descriptor");
    descriptor = find ? find(0) : NULL;
    CHECK(!find || find(1) == NULL);
    idle = descriptor ? descriptor->extension_data(LV2_UI__idleInterface) : NULL;
    return idle != NULL;
}

static void test_there_is_a_display(void)
{
    SKIP("Xvfb is not installed");
}

int main(void)
{
    if (!display_start()) {
        RUN(test_there_is_a_display);
        return check_done();
    }
    if (!load()) {
        display_stop();
        return 1;
    }
    RUN(test_it_needs_no_feature);
    RUN(test_a_name_that_is_typed_sets_the_ports);
    RUN(test_a_band_is_dragged_and_let_go);
    RUN(test_closing_in_mid_drag_lets_go);
    RUN(test_a_parent_may_go_first);
    RUN(test_a_parent_may_go_at_any_time);
    RUN(test_several_do_not_disturb_each_other);
    RUN(test_the_scale_is_that_of_the_host);
    RUN(test_a_hundred_openings_leave_nothing);
    display_stop();
    return check_done();
}
