/* What the window costs, on an image of 900 x 500: opening it, drawing all of it, drawing a drag,
   a key of a name, nothing at all, a target that is dragged. Medians; processor time. */

#include "helpers/stopwatch.h"
#include "helpers/window_user.h"
#include "window/layout.h"

#include <cairo.h>
#include <stdio.h>

enum { N_TURNS = 101, WIDTH = 900, HEIGHT = 500 };

/* Where the target is bent, in a window as large as it begins. */
enum { AIM_TAB_X = 740, AIM_TAB_Y = 110, AIM_BASS_X = 720, AIM_BASS_Y = 519 };

static void tell(const char* what, double* used_us)
{
    sort_numbers(used_us, N_TURNS);
    printf("%-30s best %8.1f us, median %8.1f us\n", what, used_us[0], used_us[N_TURNS / 2]);
}

static void draw(WindowUser* user, cairo_t* cairo)
{
    tare_window_draw(user->window, cairo);
    cairo_surface_flush(cairo_get_target(cairo));
}

static void time_full(WindowUser* user, cairo_t* cairo)
{
    double used_us[N_TURNS];
    for (int i = 0; i < N_TURNS; ++i) {
        tare_window_soil(user->window);
        const double start = stopwatch_us();
        draw(user, cairo);
        used_us[i] = stopwatch_us() - start;
    }
    tell("all of it", used_us);
}

static void time_drag(WindowUser* user, cairo_t* cairo)
{
    double used_us[N_TURNS];
    for (int i = 0; i < N_TURNS; ++i) {
        const double start = stopwatch_us();
        tare_window_hear(user->window, tare_port_find(2, "gain_3"), 0.1f * (float)(i + 1));
        draw(user, cairo);
        used_us[i] = stopwatch_us() - start;
    }
    tell("a band that moves", used_us);
}

/** A target that is bent further and further, each time with a fit and a picture. */
static void time_aim(WindowUser* user, cairo_t* cairo)
{
    double used_us[N_TURNS];
    window_user_key(user, TARE_KEY_ESCAPE, false);
    window_user_press(user, AIM_TAB_X, AIM_TAB_Y, 1);
    window_user_release(user);
    window_user_press(user, AIM_BASS_X, AIM_BASS_Y, 1);
    for (int i = 0; i < N_TURNS; ++i) {
        const double start = stopwatch_us();
        window_user_move(user, AIM_BASS_X + (i % 2 ? 40 : -40) + i % 30, AIM_BASS_Y, false);
        draw(user, cairo);
        used_us[i] = stopwatch_us() - start;
    }
    window_user_release(user);
    tell("a target that is dragged", used_us);
}

static void time_keys(WindowUser* user, cairo_t* cairo)
{
    static const char name[] = "sony wh1000xm4";
    double search[N_TURNS], drawn[N_TURNS];
    for (int i = 0; i < N_TURNS; ++i) {
        const size_t at = (size_t)i % (sizeof name - 1);
        if (at == 0)
            window_user_key(user, TARE_KEY_ESCAPE, false);
        const double start = stopwatch_us();
        window_user_type(user, (char[]){name[at], '\0'});
        search[i] = stopwatch_us() - start;
        draw(user, cairo);
        drawn[i] = stopwatch_us() - start;
    }
    tell("a key of a name", search);
    tell("a key, with its picture", drawn);
}

static void time_nothing(WindowUser* user)
{
    double used_us[N_TURNS];
    for (int i = 0; i < N_TURNS; ++i) {
        const double start = stopwatch_us();
        for (int k = 0; k < 1000; ++k)
            (void)tare_window_dirty(user->window);
        used_us[i] = 1e-3 * (stopwatch_us() - start);
    }
    tell("nothing to do", used_us);
}

static void time_opening(cairo_t* cairo)
{
    double used_us[N_TURNS];
    for (int i = 0; i < N_TURNS; ++i) {
        WindowUser user;
        const double start = stopwatch_us();
        if (!window_user_open(&user, 2))
            return;
        tare_window_resize(user.window, WIDTH, HEIGHT);
        draw(&user, cairo);
        used_us[i] = stopwatch_us() - start;
        window_user_close(&user);
    }
    tell("opening, to the first picture", used_us);
}

int main(void)
{
    WindowUser user;
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t* const cairo = cairo_create(surface);
    if (!window_user_open(&user, 2))
        return 1;
    tare_window_resize(user.window, WIDTH, HEIGHT);
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    time_full(&user, cairo);
    time_drag(&user, cairo);
    time_keys(&user, cairo);
    time_nothing(&user);
    tare_window_resize(user.window, TARE_LAYOUT_WIDTH, TARE_LAYOUT_HEIGHT);
    time_aim(&user, cairo);
    window_user_close(&user);
    time_opening(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return 0;
}
