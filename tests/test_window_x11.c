/* The window on a display, and what other programs send it: files that are dropped, keys that make
   a character together. */

#include "helpers/check.h"
#include "helpers/display.h"
#include "helpers/scratch.h"
#include "helpers/window_user.h"
#include "window/x11_window.h"

#include <stdlib.h>
#include <time.h>
#include <X11/keysym.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>

static const char equaliser_apo[] = "Filter 1: ON PK Fc 1000 Hz Gain 3 dB Q 2\n";

/** Another program, from which a file is dragged. */
typedef struct {
    Display* display;
    Window id;
    Window target;
    char uri_list[512];
    bool is_accepted, is_finished;
} Source;

/** The window, and somebody at it. */
typedef struct {
    WindowUser user;
    TareX11Window* shell;
} Shown;

static bool show(Shown* shown)
{
    const TareX11Options options = {.scale = 1.0, .title = "Tare"};
    if (!window_user_open(&shown->user, 2))
        return false;
    shown->shell = tare_x11_window_new(shown->user.window, &options);
    return shown->shell && tare_x11_window_idle(shown->shell);
}

static void hide(Shown* shown)
{
    tare_x11_window_free(shown->shell);
    window_user_close(&shown->user);
}

static Atom atom(Source* source, const char* name)
{
    return XInternAtom(source->display, name, False);
}

static void open_source(Source* source, const Shown* shown, const char* path)
{
    *source = (Source){.display = XOpenDisplay(NULL), .target = tare_x11_window_id(shown->shell)};
    source->id = XCreateSimpleWindow(source->display, DefaultRootWindow(source->display), 0, 0, 9,
                                     9, 0, 0, 0);
    XSetSelectionOwner(source->display, atom(source, "XdndSelection"), source->id, CurrentTime);
    FILE* const list = fmemopen(source->uri_list, sizeof source->uri_list, "w");
    REQUIRE(list);
    fputs("file://", list);
    for (const char* p = path; *p; ++p) { /* blanks as addresses have them */
        if (*p == ' ')
            fputs("%20", list);
        else
            fputc(*p, list);
    }
    fputs("\r\n", list);
    CHECK(fclose(list) == 0);
}

static void send(Source* source, const char* message, long second, long third, long fourth)
{
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = source->target,
                                .message_type = atom(source, message),
                                .format = 32}};
    event.xclient.data.l[0] = (long)source->id;
    event.xclient.data.l[1] = second;
    event.xclient.data.l[2] = third;
    event.xclient.data.l[4] = fourth;
    XSendEvent(source->display, source->target, False, NoEventMask, &event);
    XSync(source->display, False);
}

static void give(Source* source, const XSelectionRequestEvent* asked)
{
    XEvent answer = {.xselection = {.type = SelectionNotify,
                                    .requestor = asked->requestor,
                                    .selection = asked->selection,
                                    .target = asked->target,
                                    .property = asked->property,
                                    .time = asked->time}};
    XChangeProperty(source->display, asked->requestor, asked->property, asked->target, 8,
                    PropModeReplace, (const unsigned char*)source->uri_list,
                    (int)strlen(source->uri_list));
    XSendEvent(source->display, asked->requestor, False, NoEventMask, &answer);
}

/** Lets both go on, until nothing happens any more. */
static void go_on(Source* source, Shown* shown)
{
    const struct timespec moment = {.tv_nsec = 2000000};
    for (int i = 0; i < 10 || tare_window_is_busy(shown->user.window); ++i) {
        XEvent event;
        CHECK(tare_x11_window_idle(shown->shell));
        XSync(source->display, False);
        while (XPending(source->display) > 0) {
            XNextEvent(source->display, &event);
            if (event.type == SelectionRequest)
                give(source, &event.xselectionrequest);
            else if (event.type == ClientMessage &&
                     event.xclient.message_type == atom(source, "XdndStatus"))
                source->is_accepted = event.xclient.data.l[1] & 1;
            else if (event.type == ClientMessage &&
                     event.xclient.message_type == atom(source, "XdndFinished"))
                source->is_finished = event.xclient.data.l[1] & 1;
        }
        XSync(source->display, False);
        nanosleep(&moment, NULL);
    }
}

static bool says_that_it_takes_files(Source* source)
{
    Atom type = None;
    int format = 0;
    unsigned long n = 0, rest = 0;
    unsigned char* data = NULL;
    XGetWindowProperty(source->display, source->target, atom(source, "XdndAware"), 0, 1, False,
                       XA_ATOM, &type, &format, &n, &rest, &data);
    const bool says = data && n == 1 && *(const unsigned long*)(const void*)data == 5;
    if (data)
        XFree(data);
    return says;
}

enum { XDND_5 = 5 << 24 };

static void test_a_file_is_dropped(void)
{
    Shown shown;
    Source source;
    REQUIRE(scratch_make() && show(&shown));
    open_source(&source, &shown, scratch_write("Acme One.txt", equaliser_apo));
    CHECK(says_that_it_takes_files(&source));
    send(&source, "XdndEnter", XDND_5, (long)atom(&source, "text/uri-list"), 0);
    send(&source, "XdndPosition", 0, 0, (long)atom(&source, "XdndActionCopy"));
    go_on(&source, &shown);
    CHECK(source.is_accepted);
    send(&source, "XdndDrop", 0, CurrentTime, 0);
    go_on(&source, &shown);
    CHECK(source.is_finished);
    CHECK(window_user_value(&shown.user, "freq_1") == 1000);
    CHECK(window_user_value(&shown.user, "gain_1") == 3);
    hide(&shown);
    XCloseDisplay(source.display);
    CHECK(scratch_remove());
}

static void test_what_is_no_file_is_refused(void)
{
    Shown shown;
    Source source;
    REQUIRE(show(&shown));
    open_source(&source, &shown, "/nothing");
    send(&source, "XdndEnter", XDND_5, (long)atom(&source, "image/png"), 0);
    send(&source, "XdndPosition", 0, 0, (long)atom(&source, "XdndActionCopy"));
    go_on(&source, &shown);
    CHECK(!source.is_accepted);
    send(&source, "XdndDrop", 0, CurrentTime, 0);
    go_on(&source, &shown);
    CHECK(!source.is_finished && shown.user.n_writes == 0);
    hide(&shown);
    XCloseDisplay(source.display);
}

static void test_who_drags_may_be_gone(void)
{
    Shown shown;
    Source source;
    REQUIRE(show(&shown));
    open_source(&source, &shown, "/nothing");
    send(&source, "XdndEnter", XDND_5 | 1, 0, 0); /* more kinds than there is room for */
    send(&source, "XdndPosition", 0, 0, (long)atom(&source, "XdndActionCopy"));
    XCloseDisplay(source.display);
    for (int i = 0; i < 5; ++i)
        CHECK(tare_x11_window_idle(shown.shell));
    hide(&shown);
}

static void press(Display* display, const Shown* shown, KeySym symbol, unsigned held)
{
    XEvent event = {.xkey = {.type = KeyPress,
                             .window = tare_x11_window_id(shown->shell),
                             .keycode = XKeysymToKeycode(display, symbol),
                             .state = held,
                             .same_screen = True}};
    XSendEvent(display, event.xkey.window, False, KeyPressMask, &event);
    XSync(display, False);
    for (int i = 0; i < 3; ++i)
        CHECK(tare_x11_window_idle(shown->shell));
}

static void test_an_accent_goes_on_the_letter_behind_it(void)
{
    Shown shown;
    KeySym dead[] = {XK_dead_acute};
    Display* const display = XOpenDisplay(NULL);
    REQUIRE(display != NULL);
    XChangeKeyboardMapping(display, XKeysymToKeycode(display, XK_F9), 1, dead, 1);
    XSync(display, False);
    REQUIRE(scratch_make() && scratch_write("\xc3\xa9.txt", equaliser_apo));
    REQUIRE(setenv("HOME", scratch_path(""), 1) == 0 && show(&shown));
    press(display, &shown, XK_o, ControlMask); /* the list of files */
    press(display, &shown, XK_dead_acute, 0);
    press(display, &shown, XK_e, 0);
    press(display, &shown, XK_Tab, 0);
    press(display, &shown, XK_Return, 0);
    while (tare_window_is_busy(shown.user.window))
        CHECK(tare_x11_window_idle(shown.shell));
    CHECK(window_user_value(&shown.user, "gain_1") == 3);
    hide(&shown);
    CHECK(scratch_remove());
    XCloseDisplay(display);
}

static void test_there_is_a_display(void)
{
    SKIP("Xvfb is not installed");
}

int main(void)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    if (!display_start()) {
        RUN(test_there_is_a_display);
        return check_done();
    }
    RUN(test_a_file_is_dropped);
    RUN(test_what_is_no_file_is_refused);
    RUN(test_who_drags_may_be_gone);
    RUN(test_an_accent_goes_on_the_letter_behind_it);
    display_stop();
    return check_done();
}
