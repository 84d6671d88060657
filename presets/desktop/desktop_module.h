/* What a desktop does for the window by D-Bus, as a module of its own: no other command loads what
   that needs, and where it is not there, or no session bus, all else is as it was. Who uses it:
   cli/sink/window_desktop.h. Of one thread; nothing blocks for longer than half a second. */

#ifndef TARE_DESKTOP_MODULE_H
#define TARE_DESKTOP_MODULE_H

#include <stdbool.h>
#include <stddef.h>

#define TARE_DESKTOP_MODULE_FILE "tare-desktop.so"
#define TARE_DESKTOP_MODULE_NAME "tare_desktop_module"

enum { TARE_DESKTOP_TEXT = 192, TARE_DESKTOP_ITEMS = 16 };

typedef enum {
    TARE_DESKTOP_PLAIN,
    TARE_DESKTOP_CHECK, ///< with a mark while it is on
    TARE_DESKTOP_SEPARATOR
} TareDesktopItemKind;

/** A line of a menu. */
typedef struct TareDesktopItem {
    int id; ///< above 0
    TareDesktopItemKind kind;
    bool is_on, is_enabled;
    char label[TARE_DESKTOP_TEXT];
} TareDesktopItem;

/** What the tray shows. Starts as {0}. */
typedef struct TareDesktopFace {
    char title[TARE_DESKTOP_TEXT], tip[TARE_DESKTOP_TEXT];
    char overlay[TARE_DESKTOP_TEXT]; ///< name of an icon over our own; "" for none
    unsigned n_items;
    TareDesktopItem items[TARE_DESKTOP_ITEMS];
} TareDesktopFace;

/** Hears what is asked for, within run(). */
typedef struct TareDesktopListener {
    void* data;
    void (*activate)(void* data);       ///< the window is to be seen
    void (*choose)(void* data, int id); ///< of an item of the menu
    void (*second)(void* data);         ///< the icon was pressed with the middle button
    /** A file was chosen, by its URI; NULL when none was. `has_failed`: nobody could be asked. */
    void (*file)(void* data, const char* uri, bool has_failed);
} TareDesktopListener;

/** What somebody is asked for. */
typedef struct TareDesktopQuestion {
    unsigned long window; ///< on the X display, for which the answer is modal
    bool is_saving;
    const char* title;
    const char* name; ///< that is offered; of a file to save
} TareDesktopQuestion;

typedef struct TareDesktop TareDesktop;

/** What the module exports, by its name. */
typedef struct TareDesktopModule {
    const char* version; ///< TARE_VERSION: that of another is not used

    /** Connects to the session bus. NULL when there is none. */
    TareDesktop* (*open)(const TareDesktopListener* listener);
    void (*close)(TareDesktop* desktop); ///< NULL is allowed

    /** Takes a name for us alone. False when another program on the same X display has it, which
       was told to show itself. */
    bool (*be_first)(TareDesktop* desktop, const char* name, const char* display);

    /** What to poll for, and for how long at most; -1 for ever. */
    int (*wait)(TareDesktop* desktop, int* fd, short* events);

    /** Takes what came. False when the bus has gone. */
    bool (*run)(TareDesktop* desktop);

    /** Shows this from now on, in the tray of who has one. */
    void (*show)(TareDesktop* desktop, const TareDesktopFace* face);

    /** Whether a tray has us. */
    bool (*is_shown)(const TareDesktop* desktop);

    /** Asks for a file by the desktop's own chooser; the listener hears the answer. False when
       nobody can be asked. */
    bool (*ask_file)(TareDesktop* desktop, const TareDesktopQuestion* question);
} TareDesktopModule;

#endif
