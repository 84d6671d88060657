/* What the parts of the module share. */

#ifndef TARE_DESKTOP_DESKTOP_H
#define TARE_DESKTOP_DESKTOP_H

#include "desktop/desktop_module.h"

#include <stdint.h>

typedef struct sd_bus sd_bus;
typedef struct sd_bus_slot sd_bus_slot;

#define TARE_DESKTOP_MENU_PATH "/MenuBar"

struct TareDesktop {
    sd_bus* bus;
    TareDesktopListener listener;
    TareDesktopFace face;
    uint32_t revision;               ///< of the menu
    bool has_face;                   ///< something is to be shown,
    bool is_shown;                   ///< and is
    char display[TARE_DESKTOP_TEXT]; ///< of ours, by its name
    sd_bus_slot* answer;             ///< awaited of the file chooser; NULL for none
    unsigned n_questions;            ///< so many were asked
};

/** Puts the icon, and its menu, on the bus; below 0 when that fails. */
int tare_tray_item_offer(TareDesktop* desktop);
int tare_tray_menu_offer(TareDesktop* desktop);

/** Asks to be shown, now and whenever a tray comes. */
int tare_tray_item_register(TareDesktop* desktop);

/** Tells that the face has changed. */
void tare_tray_item_tell(TareDesktop* desktop);
void tare_tray_menu_tell(TareDesktop* desktop);

/* The others are as the module's of the same name say. */
bool tare_desktop_be_first(TareDesktop* desktop, const char* name, const char* display);
bool tare_desktop_ask_file(TareDesktop* desktop, const TareDesktopQuestion* question);

#endif
