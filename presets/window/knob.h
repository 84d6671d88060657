/* A value that is turned or typed: that of a port, or one by which the target is bent. */

#ifndef TARE_WINDOW_KNOB_H
#define TARE_WINDOW_KNOB_H

#include "ports.h"

typedef struct TareDesk TareDesk;

/** How a target is bent (curves/targets.h). */
typedef enum {
    TARE_BEND_NONE, ///< not at all: a port is meant
    TARE_BEND_BASS,
    TARE_BEND_TREBLE,
    TARE_BEND_EAR,
    TARE_BEND_TILT
} TareBend;

typedef struct TareKnob {
    TarePortRole role; ///< of the port; of a bend one with the same range
    uint32_t which;
    TareBend bend;
} TareKnob;

/** Its range, and what its values mean. */
TarePort tare_knob_port(TareKnob knob);

/** The value; of a level that follows by itself the one in use. */
float tare_knob_get(const TareDesk* desk, TareKnob knob);

/** Whether the value follows by itself. */
bool tare_knob_is_automatic(const TareDesk* desk, TareKnob knob);

/** Sets it; a level no longer follows by itself. */
void tare_knob_set(TareDesk* desk, TareKnob knob, float value);

/** Sets it to what it is without anybody's doing. */
void tare_knob_reset(TareDesk* desk, TareKnob knob);

/** Tells the host that somebody takes hold of it. */
void tare_knob_hold(TareDesk* desk, TareKnob knob);

#endif
