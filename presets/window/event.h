/* What a person does with the window, whatever system tells it. */

#ifndef TARE_WINDOW_EVENT_H
#define TARE_WINDOW_EVENT_H

#include <stdbool.h>

typedef enum {
    TARE_EVENT_PRESS, ///< of the first button
    TARE_EVENT_RELEASE,
    TARE_EVENT_MOVE,
    TARE_EVENT_LEAVE, ///< the pointer is no longer over the window
    TARE_EVENT_WHEEL,
    TARE_EVENT_KEY,
    TARE_EVENT_TEXT ///< typed characters
} TareEventKind;

typedef enum {
    TARE_KEY_NONE,
    TARE_KEY_LEFT,
    TARE_KEY_RIGHT,
    TARE_KEY_UP,
    TARE_KEY_DOWN,
    TARE_KEY_PAGE_UP,
    TARE_KEY_PAGE_DOWN,
    TARE_KEY_HOME,
    TARE_KEY_END,
    TARE_KEY_ENTER,
    TARE_KEY_ESCAPE,
    TARE_KEY_TAB,
    TARE_KEY_BACKSPACE,
    TARE_KEY_DELETE
} TareKey;

enum { TARE_EVENT_TEXT_SIZE = 32 };

typedef struct TareEvent {
    TareEventKind kind;
    double x, y;         ///< of the pointer, in pixels at scale 1
    double wheel;        ///< notches, up is positive
    unsigned n_clicks;   ///< of a press: 1, or 2 for the second of a double click
    bool shift, control; ///< held
    TareKey key;
    char text[TARE_EVENT_TEXT_SIZE]; ///< UTF-8
} TareEvent;

#endif
