#include "window/x11_settings.h"

#include "window/dark_setting.h"

#include <stdio.h>
#include <stdlib.h>
#include <X11/Xlib.h>

enum { MAX_LONGS = 16384, MAX_FILE = 65536 };

/** Reads the settings while nobody can take them away. */
static TareDarkSetting ask_display(Display* display)
{
    char name[32];
    Atom type = None;
    int format = 0;
    unsigned long n = 0, rest = 0;
    unsigned char* data = NULL;
    snprintf(name, sizeof name, "_XSETTINGS_S%d", DefaultScreen(display));
    const Atom selection = XInternAtom(display, name, True);
    const Atom settings = XInternAtom(display, "_XSETTINGS_SETTINGS", True);
    if (selection == None || settings == None)
        return TARE_DARK_UNKNOWN;
    XGrabServer(display);
    const Window owner = XGetSelectionOwner(display, selection);
    if (owner != None)
        XGetWindowProperty(display, owner, settings, 0, MAX_LONGS, False, settings, &type, &format,
                           &n, &rest, &data);
    XUngrabServer(display);
    XFlush(display);
    const TareDarkSetting told =
        data && format == 8 ? tare_dark_setting_of_xsettings(data, n) : TARE_DARK_UNKNOWN;
    if (data)
        XFree(data);
    return told;
}

static TareDarkSetting ask_file(void)
{
    char path[4096];
    const char* const config = getenv("XDG_CONFIG_HOME");
    const char* const home = getenv("HOME");
    char* const text = malloc(MAX_FILE);
    if (config && config[0] == '/')
        snprintf(path, sizeof path, "%s/gtk-3.0/settings.ini", config);
    else
        snprintf(path, sizeof path, "%s/.config/gtk-3.0/settings.ini", home ? home : "");
    FILE* const file = text ? fopen(path, "r") : NULL;
    const size_t n = file ? fread(text, 1, MAX_FILE - 1, file) : 0;
    if (file)
        fclose(file);
    if (text)
        text[n] = '\0';
    const TareDarkSetting told = n > 0 ? tare_dark_setting_of_ini(text) : TARE_DARK_UNKNOWN;
    free(text);
    return told;
}

bool tare_x11_settings_is_dark(Display* display)
{
    const TareDarkSetting told = ask_display(display);
    return (told != TARE_DARK_UNKNOWN ? told : ask_file()) == TARE_DARK_YES;
}
