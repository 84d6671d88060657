/* The picture in a mixer's strip, as Ardour asks for it: the plugin is loaded out of the bundle by
   a host that has the feature, and by one that has not. */

#include "helpers/check.h"
#include "inline_display.h"
#include "picture/frame.h"
#include "ports.h"
#include "tare/response.h"

#include <dlfcn.h>
#include <lv2/core/lv2.h>
#include <stdlib.h>

enum { N_FRAMES = 64, N_CHANNELS = 2, WIDTH = 300, HEIGHT = 150, SUM_RGB = 0x6cc4f5 };

static const LV2_Descriptor* plugin;
static const TareInlineInterface* display;
static char bundle[4096];

typedef struct {
    LV2_Handle handle;
    TareInlineQueue queue;
    unsigned n_queued;
    float values[TARE_MAX_PORTS];
    float audio[2 * N_CHANNELS][N_FRAMES];
} Host;

static void queue_draw(void* handle)
{
    ++*(unsigned*)handle;
}

static bool open_plugin(Host* host, bool has_strip)
{
    *host = (Host){.queue = {&host->n_queued, queue_draw}};
    const LV2_Feature feature = {TARE_INLINE_DISPLAY_QUEUE_DRAW, &host->queue};
    const LV2_Feature* const features[] = {has_strip ? &feature : NULL, NULL};
    host->handle = plugin->instantiate(plugin, 48000, bundle, features);
    unsigned n_audio = 0;
    for (uint32_t i = 0; host->handle && i < tare_ports_count(N_CHANNELS); ++i) {
        const TarePort port = tare_port(N_CHANNELS, i);
        const bool is_audio = tare_port_is_audio(port.role);
        host->values[i] = port.def;
        plugin->connect_port(host->handle, i,
                             is_audio ? (void*)host->audio[n_audio++] : &host->values[i]);
    }
    if (host->handle)
        plugin->activate(host->handle);
    return host->handle != NULL;
}

static void set(Host* host, const char* symbol, float value)
{
    host->values[tare_port_find(N_CHANNELS, symbol)] = value;
}

static void test_the_host_hears_of_changes_only(void)
{
    Host host;
    REQUIRE(open_plugin(&host, true));
    plugin->run(host.handle, N_FRAMES);
    CHECK(host.n_queued == 0); /* all is as it was when it was made */
    set(&host, "gain_5", 6);
    plugin->run(host.handle, N_FRAMES);
    plugin->run(host.handle, N_FRAMES);
    CHECK(host.n_queued == 1);
    set(&host, "compare", 1);
    set(&host, "gain_5", 0);
    plugin->run(host.handle, N_FRAMES);
    CHECK(host.n_queued == 2);
    plugin->cleanup(host.handle);
}

static void test_a_host_without_strips_gets_no_picture(void)
{
    Host host;
    REQUIRE(open_plugin(&host, false));
    set(&host, "gain_5", 6);
    plugin->run(host.handle, N_FRAMES);
    CHECK(display->render(host.handle, WIDTH, HEIGHT) == NULL);
    plugin->cleanup(host.handle);
}

/** Where a column has the colour of the sum: the middle; -1 when it has none. */
static double find_curve(const TareInlineSurface* surface, int x)
{
    int first = -1, last = -1;
    for (int y = 0; y < surface->height; ++y) {
        uint32_t pixel = 0;
        memcpy(&pixel, surface->data + y * surface->stride + 4 * x, sizeof pixel);
        if ((pixel & 0xffffff) == SUM_RGB) {
            first = first < 0 ? y : first;
            last = y;
        }
    }
    return first < 0 ? -1.0 : 0.5 * (first + last + 1);
}

static void test_the_curve_is_that_of_the_response(void)
{
    Host host;
    TareControls* const controls = tare_controls_new();
    REQUIRE(controls && open_plugin(&host, true));
    set(&host, "gain_5", 12);
    set(&host, "q_5", 0.5f);
    plugin->run(host.handle, N_FRAMES);
    tare_controls_set(controls, TARE_CONTROL_MANUAL_PREAMP, 1);
    tare_controls_set_band(controls, 0, &(TareBand){TARE_BAND_PEAK, 90, 12, 0.5, 0});
    TareResponse* const response = tare_response_new(controls, 48000, N_CHANNELS);
    const TareInlineSurface* const surface = display->render(host.handle, WIDTH, HEIGHT);
    REQUIRE(response && surface && surface->width == WIDTH && surface->height == HEIGHT);
    unsigned n_seen = 0;
    const TarePlotFrame frame = {.right = WIDTH,
                                 .bottom = HEIGHT,
                                 .min_hz = 20,
                                 .max_hz = 20000,
                                 .min_db = -20,
                                 .max_db = 20};
    for (int x = 2; x < WIDTH - 2; ++x) {
        const double seen = find_curve(surface, x);
        const double freq_hz = 20 * pow(1000, (x + 0.5) / WIDTH);
        if (seen < 0)
            continue;
        ++n_seen;
        CHECK_NEAR(seen, tare_plot_frame_y(&frame, tare_response_gain_db(response, 0, freq_hz)),
                   1.0);
    }
    CHECK(n_seen > 200);
    tare_response_free(response);
    tare_controls_free(controls);
    plugin->cleanup(host.handle);
}

static void test_it_is_as_large_as_there_is_room(void)
{
    Host host;
    REQUIRE(open_plugin(&host, true));
    const TareInlineSurface* surface = display->render(host.handle, 80, 1000);
    REQUIRE(surface != NULL);
    CHECK(surface->width == 80 && surface->height == 40 && surface->stride >= 4 * 80);
    surface = display->render(host.handle, 80, 17);
    REQUIRE(surface != NULL);
    CHECK(surface->width == 80 && surface->height == 17);
    CHECK(display->render(host.handle, 0, 100) == NULL);
    CHECK(display->render(host.handle, 100, 0) == NULL);
    CHECK(display->render(host.handle, 1u << 31, 100) == NULL);
    surface = display->render(host.handle, 1, 1);
    CHECK(surface && surface->width == 1);
    plugin->cleanup(host.handle);
}

static bool load(void)
{
    char path[4200];
    const char* const build = getenv("TARE_BUILD_DIR");
    snprintf(bundle, sizeof bundle, "%s/lv2/tare.lv2", build ? build : "build");
    snprintf(path, sizeof path, "%s/tare.so", bundle);
    void* const library = dlopen(path, RTLD_NOW);
    LV2_Descriptor_Function find = NULL;
    if (library)
        *(void**)&find = dlsym(library, "lv2_descriptor");
    plugin = find ? find(0) : NULL;
    display = plugin ? plugin->extension_data(TARE_INLINE_DISPLAY_INTERFACE) : NULL;
    CHECK(!plugin || plugin->extension_data("urn:nothing") == NULL);
    return display != NULL;
}

int main(void)
{
    if (!load())
        return 1;
    RUN(test_the_host_hears_of_changes_only);
    RUN(test_a_host_without_strips_gets_no_picture);
    RUN(test_the_curve_is_that_of_the_response);
    RUN(test_it_is_as_large_as_there_is_room);
    return check_done();
}
