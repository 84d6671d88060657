/* Typing the value of a control. */

#ifndef TARE_WINDOW_TYPING_H
#define TARE_WINDOW_TYPING_H

#include "window/knob.h"

typedef struct TareDesk TareDesk;
typedef struct TareEvent TareEvent;

/** Takes a key for the value of a control: a digit or Enter begin, Enter ends, Escape gives up.
    Whether it was one. A choice is not typed: Enter and Space take its next value. */
bool tare_typing_handle(TareDesk* desk, TareKnob knob, const TareEvent* event);

/** Begins with the value as it is, all selected. */
void tare_typing_begin(TareDesk* desk, TareKnob knob);

/** Ends; takes what was typed if it is a value. */
void tare_typing_end(TareDesk* desk, TareKnob knob);

#endif
