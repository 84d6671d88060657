/* Notes of nothing but figures of which a few words say that they were measured, mostly against a
   target: "dB re target". */

#ifndef TARE_MEASURED_NOTES_H
#define TARE_MEASURED_NOTES_H

#include <stdbool.h>

typedef struct TareOutline TareOutline;

/** Whether a text is such a note, and speaks of no settings. */
bool tare_note_is_measured(const TareOutline* outline);

#endif
