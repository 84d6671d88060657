/* Notes of nothing but figures and what these sound like: "320 Hz +2.5 dB, thick". */

#ifndef TARE_FELT_NOTES_H
#define TARE_FELT_NOTES_H

#include <stdbool.h>

typedef struct TareOutline TareOutline;

/** Whether the figures of a text go the way of what is heard of them, and so are faults: a filter
    against "thick" would be a cut. False in `*is_good` when memory was short. */
bool tare_note_is_felt(const TareOutline* outline, bool* is_good);

#endif
