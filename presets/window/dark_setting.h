/* Whether a desktop is dark, out of what it has set. */

#ifndef TARE_WINDOW_DARK_SETTING_H
#define TARE_WINDOW_DARK_SETTING_H

#include <stddef.h>

typedef enum { TARE_DARK_UNKNOWN, TARE_DARK_NO, TARE_DARK_YES } TareDarkSetting;

/** Out of the value of _XSETTINGS_SETTINGS (freedesktop.org, XSETTINGS 0.5): by
    Gtk/ApplicationPreferDarkTheme, or by the name of the theme. */
TareDarkSetting tare_dark_setting_of_xsettings(const unsigned char* data, size_t n);

/** Out of the text of GTK's settings.ini: the same under GTK's own names. */
TareDarkSetting tare_dark_setting_of_ini(const char* text);

#endif
