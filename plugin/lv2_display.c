#include "lv2_display.h"

#include "ports.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Wide and low, as a strip has room. */
enum { MAX_WIDTH = 4096, WIDTH_OF_SHAPE = 2, HEIGHT_OF_SHAPE = 1, BYTES_A_PIXEL = 4 };

struct TareLv2Display {
    uint32_t n_channels, n_ports;
    TareInlineQueue queue;
    const float* connected[TARE_MAX_PORTS]; ///< of controls only; else NULL
    _Atomic float seen[TARE_MAX_PORTS];     ///< written in audio, read when drawing
    char module_path[4096];
    void* module;
    TareInlineDraw* draw; ///< NULL: not loaded
    bool is_load_tried;
    TareInlineSurface surface;
};

TareLv2Display* tare_lv2_display_new(uint32_t n_channels, const char* bundle_path,
                                     const TareInlineQueue* queue)
{
    TareLv2Display* const display = calloc(1, sizeof *display);
    if (!display)
        return NULL;
    display->n_channels = n_channels;
    display->n_ports = tare_ports_count(n_channels);
    display->queue = *queue;
    for (uint32_t i = 0; i < display->n_ports; ++i)
        display->seen[i] = tare_port(n_channels, i).def;
    snprintf(display->module_path, sizeof display->module_path, "%s/%s", bundle_path,
             TARE_INLINE_MODULE);
    return display;
}

void tare_lv2_display_free(TareLv2Display* display)
{
    if (!display)
        return;
    if (display->module)
        dlclose(display->module);
    free(display->surface.data);
    free(display);
}

void tare_lv2_display_connect(TareLv2Display* display, uint32_t index, const float* value)
{
    if (index >= display->n_ports)
        return;
    const TarePortRole role = tare_port(display->n_channels, index).role;
    if (!tare_port_is_audio(role) && !tare_port_is_output(role))
        display->connected[index] = value;
}

void tare_lv2_display_look(TareLv2Display* display)
{
    bool has_changed = false;
    for (uint32_t i = 0; i < display->n_ports; ++i) {
        const float* const value = display->connected[i];
        const float seen = atomic_load_explicit(&display->seen[i], memory_order_relaxed);
        if (!value || memcmp(value, &seen, sizeof seen) == 0)
            continue;
        atomic_store_explicit(&display->seen[i], *value, memory_order_relaxed);
        has_changed = true;
    }
    if (has_changed)
        display->queue.queue_draw(display->queue.handle);
}

static void load(TareLv2Display* display)
{
    display->is_load_tried = true;
    display->module = dlopen(display->module_path, RTLD_NOW | RTLD_LOCAL);
    if (display->module)
        *(void**)&display->draw = dlsym(display->module, TARE_INLINE_DRAW);
}

/** Makes the surface as large as wanted; what it had is lost. */
static bool resize(TareInlineSurface* surface, int width, int height)
{
    if (surface->data && surface->width == width && surface->height == height)
        return true;
    free(surface->data);
    surface->data = calloc((size_t)width * (size_t)height, BYTES_A_PIXEL);
    surface->width = width;
    surface->height = height;
    surface->stride = width * BYTES_A_PIXEL;
    return surface->data != NULL;
}

TareInlineSurface* tare_lv2_display_render(TareLv2Display* display, uint32_t width,
                                           uint32_t max_height)
{
    float values[TARE_MAX_PORTS] = {0};
    if (!display->is_load_tried)
        load(display);
    if (!display->draw || width == 0 || width > MAX_WIDTH || max_height == 0)
        return NULL;
    const uint32_t wanted = (width * HEIGHT_OF_SHAPE + WIDTH_OF_SHAPE - 1) / WIDTH_OF_SHAPE;
    const uint32_t height = wanted < max_height ? wanted : max_height;
    for (uint32_t i = 0; i < display->n_ports; ++i)
        values[i] = atomic_load_explicit(&display->seen[i], memory_order_relaxed);
    return resize(&display->surface, (int)width, (int)height) &&
                   display->draw(&display->surface, values, display->n_channels)
               ? &display->surface
               : NULL;
}
