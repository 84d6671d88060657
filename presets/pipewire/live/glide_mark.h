/* The mark of a glide that is under way, a file beside PipeWire's socket: it holds where the glide
   is to end, so that one that was killed in the middle is not left there, and it is locked, so that
   two never glide at once. */

#ifndef TARE_PIPEWIRE_GLIDE_MARK_H
#define TARE_PIPEWIRE_GLIDE_MARK_H

#include <stdbool.h>

typedef struct TareControls TareControls;

/** As long as a glide of another program takes, and some more. */
enum { TARE_GLIDE_PATIENCE_MS = 2000 };

typedef struct TareGlideMark {
    int file; ///< locked; -1: none
} TareGlideMark;

/** Takes the mark, waiting for others for at most so long. False when another program glides even
    then. Where there is no place for a mark there is none, and one goes without. */
bool tare_glide_mark_take(TareGlideMark* mark, int patience_ms);

/** Writes where the glide is to end. */
void tare_glide_mark_write(const TareGlideMark* mark, const TareControls* goal);

/** It has ended: removes the mark, if there is one. */
void tare_glide_mark_release(TareGlideMark* mark);

/** Whether a glide was left in the middle; `goal` receives where it was to end. One that is under
    way is waited for. */
bool tare_glide_mark_find(TareControls* goal);

#endif
