/* Somebody at a window, and the host behind it: for tests that look at what becomes of the ports.
 */

#ifndef TARE_WINDOW_USER_H
#define TARE_WINDOW_USER_H

#include "ports.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/window.h"

typedef struct WindowUser {
    TareWindow* window;
    uint32_t n_channels;
    unsigned n_writes, n_holds, n_releases;
    uint32_t last_written;
    float values[TARE_MAX_PORTS]; ///< what the host has
} WindowUser;

/** Opens a window of the catalogue of the source tree; NULL when memory is short. */
bool window_user_open(WindowUser* user, uint32_t n_channels);
void window_user_close(WindowUser* user);

float window_user_value(const WindowUser* user, const char* symbol);

/** The host tells a value. */
void window_user_hear(WindowUser* user, const char* symbol, float value);

void window_user_type(WindowUser* user, const char* text);
void window_user_key(WindowUser* user, TareKey key, bool shift);
void window_user_control(WindowUser* user, char letter);
void window_user_press(WindowUser* user, double x, double y, unsigned n_clicks);
void window_user_move(WindowUser* user, double x, double y, bool shift);
void window_user_release(WindowUser* user);
void window_user_wheel(WindowUser* user, double x, double y, double notches, bool shift);

#endif
