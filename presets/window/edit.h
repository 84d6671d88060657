/* One line of text that is being typed. */

#ifndef TARE_WINDOW_EDIT_H
#define TARE_WINDOW_EDIT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareEvent TareEvent;

enum { TARE_EDIT_SIZE = 1024 };

/** Starts as {0}, empty. */
typedef struct TareEdit {
    char text[TARE_EDIT_SIZE]; ///< UTF-8
    size_t cursor;             ///< a place between characters
    bool is_selected;          ///< all of it: what is typed next takes its place
} TareEdit;

/** Sets the text, all of it selected, the cursor behind it. */
void tare_edit_set(TareEdit* edit, const char* text);

/** Takes a key or typed characters. Whether it was one for the text; `has_changed` receives whether
    the text is another one now. */
bool tare_edit_handle(TareEdit* edit, const TareEvent* event, bool* has_changed);

#endif
