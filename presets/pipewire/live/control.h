/* What the running sink plays, set from outside, whatever was chosen. */

#ifndef TARE_PIPEWIRE_CONTROL_H
#define TARE_PIPEWIRE_CONTROL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareControls TareControls;
typedef struct TareRack TareRack;
typedef struct TareSession TareSession;

/** Has the running sink play these controls, and waits until it has them;
   bass, treble and tilt are left out where its kind has none. False when there is no sink, it
   cannot be changed while it plays, or it does not answer. */
bool tare_live_set_controls(TareSession* session, const TareControls* controls);

/** The same without waiting, for changes that follow each other closely. */
bool tare_live_send_controls(TareSession* session, const TareControls* controls);

/** Gives a node a rack for its kind and waits until it has it. False when it does not answer. */
bool tare_live_set_rack(TareSession* session, uint32_t node_id, const TareRack* rack);

#endif
