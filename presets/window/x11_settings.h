/* What the desktop says of its colours. */

#ifndef TARE_X11_SETTINGS_H
#define TARE_X11_SETTINGS_H

#include <stdbool.h>

typedef struct _XDisplay Display;

/** Whether the desktop is dark: by its settings on the display (XSETTINGS), else by those that GTK
    reads from a file. False where nobody says so. */
bool tare_x11_settings_is_dark(Display* display);

#endif
