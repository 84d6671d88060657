/* What the window says to its display, and the display to it, when it opens. */

#ifndef TARE_X11_HINTS_H
#define TARE_X11_HINTS_H

typedef struct _XDisplay Display;

/** The scale that is asked for, within what is sensible; for 0 the one of the desktop. */
double tare_x11_hints_scale(Display* display, double wanted);

/** The size of a window that opens, in pixels of the display. */
void tare_x11_hints_size(double scale, int* width, int* height);

/** Says how the window is called, how large it wants to be and how small it can be. */
void tare_x11_hints_set(Display* display, unsigned long id, const char* title, double scale);

#endif
