/* The LV2 face of the plugin. It needs no feature of the host and has no state but its ports; where
   a host shows a picture of each plugin in its strips, it has one. */

#include "instance.h"
#include "lv2_display.h"

#include <lv2/core/lv2.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define TARE_URI_STEREO "urn:tare:eq"
#define TARE_URI_MONO "urn:tare:eq-mono"

typedef struct {
    TareInstance* instance;
    TareLv2Display* display; ///< NULL: the host shows none
} Shell;

/** Tells whether there is a host that shows a picture in its strips; NULL when there is none. */
static const TareInlineQueue* find_queue(const LV2_Feature* const* features)
{
    for (; features && *features; ++features)
        if (!strcmp((*features)->URI, TARE_INLINE_DISPLAY_QUEUE_DRAW))
            return (*features)->data;
    return NULL;
}

static void cleanup(LV2_Handle handle)
{
    Shell* const shell = handle;
    tare_instance_free(shell->instance);
    tare_lv2_display_free(shell->display);
    free(shell);
}

static LV2_Handle instantiate(double sample_rate_hz, const char* bundle_path,
                              const LV2_Feature* const* features, uint32_t n_channels)
{
    const TareInlineQueue* const queue = find_queue(features);
    Shell* const shell = calloc(1, sizeof *shell);
    if (!shell)
        return NULL;
    shell->instance = tare_instance_new(sample_rate_hz, n_channels);
    if (queue && bundle_path) /* without memory for it there is no picture, but sound */
        shell->display = tare_lv2_display_new(n_channels, bundle_path, queue);
    if (shell->instance)
        return shell;
    cleanup(shell);
    return NULL;
}

static LV2_Handle instantiate_stereo(const LV2_Descriptor* descriptor, double sample_rate_hz,
                                     const char* bundle_path, const LV2_Feature* const* features)
{
    (void)descriptor;
    return instantiate(sample_rate_hz, bundle_path, features, 2);
}

static LV2_Handle instantiate_mono(const LV2_Descriptor* descriptor, double sample_rate_hz,
                                   const char* bundle_path, const LV2_Feature* const* features)
{
    (void)descriptor;
    return instantiate(sample_rate_hz, bundle_path, features, 1);
}

static void connect_port(LV2_Handle handle, uint32_t index, void* data)
{
    const Shell* const shell = handle;
    tare_instance_connect(shell->instance, index, data);
    if (shell->display)
        tare_lv2_display_connect(shell->display, index, data);
}

static void activate(LV2_Handle handle)
{
    const Shell* const shell = handle;
    tare_instance_activate(shell->instance);
}

static void run(LV2_Handle handle, uint32_t n_frames)
{
    const Shell* const shell = handle;
    tare_instance_run(shell->instance, n_frames);
    if (shell->display)
        tare_lv2_display_look(shell->display);
}

static TareInlineSurface* render(void* handle, uint32_t width, uint32_t max_height)
{
    const Shell* const shell = handle;
    return shell->display ? tare_lv2_display_render(shell->display, width, max_height) : NULL;
}

static const void* extension_data(const char* uri)
{
    static const TareInlineInterface inline_display = {render};
    return strcmp(uri, TARE_INLINE_DISPLAY_INTERFACE) ? NULL : &inline_display;
}

static const LV2_Descriptor descriptors[] = {
    {TARE_URI_STEREO, instantiate_stereo, connect_port, activate, run, NULL, cleanup,
     extension_data},
    {TARE_URI_MONO, instantiate_mono, connect_port, activate, run, NULL, cleanup, extension_data},
};

LV2_SYMBOL_EXPORT const LV2_Descriptor* lv2_descriptor(uint32_t index)
{
    return index < sizeof descriptors / sizeof *descriptors ? &descriptors[index] : NULL;
}
