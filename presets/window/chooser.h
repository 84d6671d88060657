/* Who else can ask a person for a file: the desktop, when the host of the window knows one. */

#ifndef TARE_WINDOW_CHOOSER_H
#define TARE_WINDOW_CHOOSER_H

#include <stdbool.h>

typedef struct TareChooser {
    void* data;
    /** Begins to ask, with words above and, for a file to save, a name that is offered. False when
        nobody can be asked. The host tells the answer by tare_window_end_choosing(). */
    bool (*ask)(void* data, bool is_saving, const char* title, const char* name);
} TareChooser;

#endif
