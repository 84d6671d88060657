/* What the running sink plays, read and set, whatever was chosen. */

#ifndef TARE_PIPEWIRE_CONTROL_H
#define TARE_PIPEWIRE_CONTROL_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareSession TareSession;

/** The controls that the running sink last told, when it plays the plugin; else false. */
bool tare_live_read_controls(TareSession* session, TareControls* controls);

/** Has the running sink play these controls, and waits until it has them;
   bass, treble and tilt are left out where its kind has none. False when there is no sink, it
   cannot be changed while it plays, or it does not answer. */
bool tare_live_set_controls(TareSession* session, const TareControls* controls);

/** The same without waiting, for changes that follow each other closely. */
bool tare_live_send_controls(TareSession* session, const TareControls* controls);

#endif
