/* Having a window of its own seen, or not. */

#ifndef TARE_X11_SHOW_H
#define TARE_X11_SHOW_H

typedef struct _XDisplay Display;

/** Brings it before the others, and the keys to it, as far as the window manager lets us. */
void tare_x11_show_raise(Display* display, unsigned long id);

/** Takes it from sight. */
void tare_x11_show_hide(Display* display, unsigned long id);

#endif
