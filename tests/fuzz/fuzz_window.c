/* Somebody who does anything at all at the window, and a host that tells it any value: whatever
   comes, ports are only written within their range, every control that is held is let go of, and
   all of it can be drawn. Seeded: the same in each run. */

#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/scratch.h"
#include "helpers/window_user.h"
#include "window/outputs.h"

#include <cairo.h>
#include <stdlib.h>

enum { N_DEEDS = 4000, N_WINDOWS = 4 };

static double below(uint64_t* random, double end)
{
    return end * (double)noise_below(random, 10007) / 10007.0;
}

static float any_value(uint64_t* random)
{
    static const float odd[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0.0f, -0.0f, 1e-40f};
    const size_t which = noise_below(random, 12);
    return which < 8 ? odd[which] : (float)below(random, 200.0) - 100.0f;
}

static void hear_anything(WindowUser* user, uint64_t* random)
{
    const uint32_t port = (uint32_t)(noise_below(random, tare_ports_count(user->n_channels) + 9));
    tare_window_hear(user->window, port, any_value(random));
}

/** Some outputs, of which any may be the one that plays, or none. */
static void tell_outputs(WindowUser* user, uint64_t* random)
{
    static const char* const names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    TareOutputRow rows[sizeof names / sizeof *names];
    const size_t n = noise_below(random, sizeof names / sizeof *names + 1);
    const size_t playing = noise_below(random, 2 * n + 1);
    for (size_t i = 0; i < n; ++i)
        rows[i] = (TareOutputRow){names[i], names[i],   i % 2 ? "" : names[i], "",
                                  "",       i % 3 != 0, i == playing};
    const TareOutputsNews news = {.rows = rows,
                                  .n = n,
                                  .is_away = noise_below(random, 4) == 0,
                                  .is_bypassed = noise_below(random, 2) == 0};
    tare_outputs_tell(tare_window_outputs(user->window), &news);
}

static void do_anything(WindowUser* user, uint64_t* random)
{
    static const char* const texts[] = {"a", "h", "z",        "7",    "-", ".",
                                        " ", "+", "\xC3\xA4", "\xFF", "\n"};
    TareEvent event = {.kind = (TareEventKind)(noise_below(random, 7)),
                       .x = below(random, 1200.0) - 20.0,
                       .y = below(random, 700.0) - 20.0,
                       .wheel = below(random, 2.0) - 1.0,
                       .n_clicks = 1 + (unsigned)(noise_below(random, 2)),
                       .shift = noise_below(random, 4) == 0,
                       .control = noise_below(random, 8) == 0,
                       .key = (TareKey)(noise_below(random, TARE_KEY_DELETE + 1))};
    snprintf(event.text, sizeof event.text, "%s",
             texts[noise_below(random, sizeof texts / sizeof *texts)]);
    tare_window_handle(user->window, &event);
}

static void draw(WindowUser* user, uint64_t* random)
{
    const double width = 1.0 + below(random, 1100.0), height = 1.0 + below(random, 640.0);
    tare_window_resize(user->window, width, height);
    cairo_surface_t* const surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cairo_t* const cairo = cairo_create(surface);
    tare_window_draw(user->window, cairo);
    CHECK(cairo_status(cairo) == CAIRO_STATUS_SUCCESS);
    CHECK(tare_box_is_empty(tare_window_dirty(user->window)));
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

static void check_written(const WindowUser* user)
{
    const TarePort port = tare_port(user->n_channels, user->last_written);
    const float value = user->values[user->last_written];
    CHECK(!tare_port_is_audio(port.role) && !tare_port_is_output(port.role));
    CHECK(value >= port.min && value <= port.max);
    CHECK(port.scale == TARE_SCALE_LINEAR || port.scale == TARE_SCALE_LOGARITHMIC ||
          value == floorf(value));
}

static void test_anything_may_be_done(void)
{
    uint64_t random = 88172645463325252u;
    unsigned n_writes = 0, n_holds = 0;
    REQUIRE(scratch_make() && setenv("HOME", scratch_path(""), 1) == 0); /* files may be saved */
    for (int i = 0; i < N_WINDOWS; ++i) {
        WindowUser user;
        REQUIRE(window_user_open(&user, 1 + (uint32_t)i % 2));
        for (int k = 0; k < N_DEEDS; ++k) {
            const unsigned before = user.n_writes;
            if (noise_below(&random, 5) == 0)
                hear_anything(&user, &random);
            else
                do_anything(&user, &random);
            if (user.n_writes != before)
                check_written(&user);
            if (i > 1 && k % 300 == 0) /* a plugin's window is told of none */
                tell_outputs(&user, &random);
            if (k % 50 == 0)
                draw(&user, &random);
        }
        window_user_close(&user);
        CHECK(user.n_holds == user.n_releases);
        n_writes += user.n_writes;
        n_holds += user.n_holds;
    }
    CHECK(n_writes > 500 && n_holds > 20); /* much of it was done */
    CHECK(scratch_remove());
}

int main(void)
{
    RUN(test_anything_may_be_done);
    return check_done();
}
