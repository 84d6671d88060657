/* The window as an LV2 host shows it. It needs nothing of the host but to be called when idle, and
   only writes ports. */

#include "base/text.h"
#include "window/dials.h"
#include "window/lv2_options.h"
#include "window/theme.h"
#include "window/window.h"
#include "window/x11_window.h"

#include <stdlib.h>
#include <string.h>

#define UI_URI "urn:tare:eq#window"
#define MONO_PLUGIN_URI "urn:tare:eq-mono"

typedef struct {
    LV2UI_Write_Function write;
    LV2UI_Controller controller;
    const LV2UI_Touch* touch;
    TareWindow* window;
    TareX11Window* shell;
} Ui;

static void write_port(void* data, uint32_t port, float value)
{
    const Ui* const ui = data;
    ui->write(ui->controller, port, sizeof value, 0, &value);
}

static void touch_port(void* data, uint32_t port, bool is_held)
{
    const Ui* const ui = data;
    ui->touch->touch(ui->touch->handle, port, is_held);
}

/** Which theme goes with the host, or where that does not say, with the desktop. */
static const TareTheme* theme_of(const TareLv2Options* options, const TareX11Window* shell)
{
    if (options->ground)
        return tare_theme_for(*options->ground >> 8);
    return tare_x11_window_is_desktop_dark(shell) ? &tare_theme_dark : &tare_theme_light;
}

/** The folder that holds the folder of bundles: by it a catalogue that was not installed is found.
 */
static bool make_window(Ui* ui, uint32_t n_channels, const char* bundle_path)
{
    const TareDialsHost host = {ui, write_port, ui->touch ? touch_port : NULL};
    TareText home = {0};
    tare_text_format(&home, "%s/../..", bundle_path);
    if (!home.failed)
        ui->window = tare_window_new(n_channels, home.data, &host);
    tare_text_clear(&home);
    return ui->window != NULL;
}

static void cleanup(LV2UI_Handle handle)
{
    Ui* const ui = handle;
    tare_x11_window_free(ui->shell);
    tare_window_free(ui->window);
    free(ui);
}

static LV2UI_Handle instantiate(const LV2UI_Descriptor* descriptor, const char* plugin_uri,
                                const char* bundle_path, LV2UI_Write_Function write_function,
                                LV2UI_Controller controller, LV2UI_Widget* widget,
                                const LV2_Feature* const* features)
{
    const TareLv2Options options = tare_lv2_options_read(features);
    const TareX11Options shown = {options.parent, options.scale, "Tare"};
    Ui* const ui = calloc(1, sizeof *ui);
    (void)descriptor;
    if (!ui)
        return NULL;
    ui->write = write_function;
    ui->controller = controller;
    ui->touch = options.touch;
    if (make_window(ui, strcmp(plugin_uri, MONO_PLUGIN_URI) ? 2 : 1, bundle_path))
        ui->shell = tare_x11_window_new(ui->window, &shown);
    if (!ui->shell) {
        cleanup(ui);
        return NULL;
    }
    tare_window_set_theme(ui->window, theme_of(&options, ui->shell));
    int width, height;
    tare_x11_window_size(ui->shell, &width, &height);
    if (options.resize)
        options.resize->ui_resize(options.resize->handle, width, height);
    *widget = (LV2UI_Widget)(uintptr_t)tare_x11_window_id(ui->shell);
    return ui;
}

static void port_event(LV2UI_Handle handle, uint32_t port, uint32_t size, uint32_t format,
                       const void* buffer)
{
    const Ui* const ui = handle;
    float value = 0.0f;
    if (format != 0 || size != sizeof value)
        return;
    memcpy(&value, buffer, sizeof value);
    tare_window_hear(ui->window, port, value);
}

static int idle(LV2UI_Handle handle)
{
    const Ui* const ui = handle;
    return tare_x11_window_idle(ui->shell) ? 0 : 1;
}

static int resize(LV2UI_Feature_Handle handle, int width, int height)
{
    const Ui* const ui = handle;
    tare_x11_window_resize(ui->shell, width, height);
    return 0;
}

static const void* extension_data(const char* uri)
{
    static const LV2UI_Idle_Interface idle_interface = {idle};
    static const LV2UI_Resize resize_interface = {NULL, resize};
    if (!strcmp(uri, LV2_UI__idleInterface))
        return &idle_interface;
    return strcmp(uri, LV2_UI__resize) ? NULL : &resize_interface;
}

LV2_SYMBOL_EXPORT const LV2UI_Descriptor* lv2ui_descriptor(uint32_t index)
{
    static const LV2UI_Descriptor descriptor = {UI_URI, instantiate, cleanup, port_event,
                                                extension_data};
    return index == 0 ? &descriptor : NULL;
}
