/* Sound, window and the picture in a mixer's strip side by side, in threads of their own, as hosts
   run them: for the thread sanitizer, with which test_sanitizers.py builds this. A host is
   between the threads, which hands values over one by one. */

#include "helpers/built_plugin.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/window_user.h"
#include "inline_display.h"

#include <cairo.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { N_CHANNELS = 2, N_DEEDS = 600, N_FRAMES = 64, WIDTH = 900, HEIGHT = 500 };

/** The host's own copy of the values, for both sides. */
typedef struct Host {
    const LV2_Descriptor* plugin;
    LV2_Handle handle;
    TareInlineQueue queue;
    atomic_bool is_over;
    atomic_uint n_blocks, n_queued, n_writes, n_pictures;
    _Atomic float values[TARE_MAX_PORTS];
} Host;

static void queue_draw(void* handle)
{
    Host* const host = handle;
    atomic_fetch_add(&host->n_queued, 1);
}

static bool make(Host* host)
{
    memset(host, 0, sizeof *host);
    host->plugin = built_plugin(N_CHANNELS);
    host->queue = (TareInlineQueue){host, queue_draw};
    const LV2_Feature strip = {TARE_INLINE_DISPLAY_QUEUE_DRAW, &host->queue};
    const LV2_Feature* const features[] = {&strip, NULL};
    for (uint32_t i = 0; i < tare_ports_count(N_CHANNELS); ++i)
        atomic_store(&host->values[i], tare_port(N_CHANNELS, i).def);
    if (host->plugin)
        host->handle =
            host->plugin->instantiate(host->plugin, 48000, built_plugin_bundle(), features);
    return host->handle != NULL;
}

/** Between blocks the values of the window go to the ports, and what the plugin tells comes back.
 */
static void exchange(Host* host, float* ports)
{
    for (uint32_t i = 0; i < tare_ports_count(N_CHANNELS); ++i)
        if (tare_port_is_output(tare_port(N_CHANNELS, i).role))
            atomic_store(&host->values[i], ports[i]);
        else
            ports[i] = atomic_load(&host->values[i]);
}

static void* play(void* data)
{
    Host* const host = data;
    float ports[TARE_MAX_PORTS], sound[N_CHANNELS][N_FRAMES];
    for (uint32_t i = 0; i < tare_ports_count(N_CHANNELS); ++i)
        host->plugin->connect_port(host->handle, i, &ports[i]);
    for (uint32_t i = 0; i < 2 * N_CHANNELS; ++i)
        host->plugin->connect_port(host->handle, i, sound[i % N_CHANNELS]);
    memset(ports, 0, sizeof ports);
    exchange(host, ports);
    host->plugin->activate(host->handle);
    while (!atomic_load(&host->is_over)) {
        for (uint32_t c = 0; c < N_CHANNELS; ++c)
            noise_fill(sound[c], N_FRAMES, 7 + c);
        exchange(host, ports);
        host->plugin->run(host->handle, N_FRAMES);
        atomic_fetch_add(&host->n_blocks, 1);
    }
    return NULL;
}

static void* draw_strip(void* data)
{
    Host* const host = data;
    const TareInlineInterface* const strip =
        host->plugin->extension_data(TARE_INLINE_DISPLAY_INTERFACE);
    while (strip && !atomic_load(&host->is_over))
        atomic_fetch_add(&host->n_pictures, strip->render(host->handle, 120, 60) != NULL);
    return NULL;
}

static void draw_window(const WindowUser* user)
{
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t* const cairo = cairo_create(surface);
    tare_window_draw(user->window, cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

/** Drags and turns whatever is under the pointer, and tells what the plugin says. */
static void do_something(Host* host, WindowUser* user, uint64_t* random)
{
    const double x = (double)noise_below(random, WIDTH), y = (double)noise_below(random, HEIGHT);
    window_user_press(user, x, y, 1);
    window_user_move(user, x + 20, y - 30, false);
    window_user_release(user);
    window_user_wheel(user, x, y, 1, false);
    for (uint32_t i = 2 * N_CHANNELS; i < tare_ports_count(N_CHANNELS); ++i)
        if (tare_port_is_output(tare_port(N_CHANNELS, i).role))
            tare_window_hear(user->window, i, atomic_load(&host->values[i]));
        else
            atomic_store(&host->values[i], user->values[i]);
    (void)tare_window_dirty(user->window);
}

static void use_window(Host* host)
{
    uint64_t random = 88172645463325252u;
    WindowUser user;
    REQUIRE(window_user_open(&user, N_CHANNELS));
    tare_window_resize(user.window, WIDTH, HEIGHT);
    for (int i = 0; i < N_DEEDS; ++i) {
        do_something(host, &user, &random);
        if (i % 20 == 0)
            draw_window(&user);
    }
    atomic_store(&host->n_writes, user.n_writes);
    window_user_close(&user);
}

static void test_sound_window_and_strip_side_by_side(void)
{
    enum { N_HOSTS = 2 };
    static Host hosts[N_HOSTS];
    pthread_t players[N_HOSTS], painters[N_HOSTS];
    for (int i = 0; i < N_HOSTS; ++i) {
        REQUIRE(make(&hosts[i]));
        REQUIRE(pthread_create(&players[i], NULL, play, &hosts[i]) == 0);
        REQUIRE(pthread_create(&painters[i], NULL, draw_strip, &hosts[i]) == 0);
    }
    use_window(&hosts[0]);
    for (int i = 0; i < N_HOSTS; ++i) {
        atomic_store(&hosts[i].is_over, true);
        pthread_join(players[i], NULL);
        pthread_join(painters[i], NULL);
        CHECK(atomic_load(&hosts[i].n_blocks) > 10);
        hosts[i].plugin->cleanup(hosts[i].handle);
    }
    CHECK(atomic_load(&hosts[0].n_writes) > 50 && atomic_load(&hosts[0].n_queued) > 10);
    CHECK(atomic_load(&hosts[0].n_pictures) > 0);
}

static void* make_and_free(void* data)
{
    (void)data;
    Host* const host = malloc(sizeof *host);
    for (int i = 0; host && i < 20; ++i)
        if (make(host))
            host->plugin->cleanup(host->handle);
    free(host);
    return NULL;
}

static void test_plugins_are_made_side_by_side(void)
{
    pthread_t threads[4];
    for (int i = 0; i < 4; ++i)
        REQUIRE(pthread_create(&threads[i], NULL, make_and_free, NULL) == 0);
    for (int i = 0; i < 4; ++i)
        CHECK(pthread_join(threads[i], NULL) == 0);
}

int main(void)
{
    RUN(test_plugins_are_made_side_by_side);
    RUN(test_sound_window_and_strip_side_by_side);
    return check_done();
}
