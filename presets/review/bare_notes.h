/* Notes of nothing but figures: those that somebody keeps are settings. */

#ifndef TARE_BARE_NOTES_H
#define TARE_BARE_NOTES_H

#include "review/subject.h"

#include <stdbool.h>

typedef struct TareOutline TareOutline;

/** Whether a text is short and no line of it speaks of what was heard or measured. `*is_good` is
    false when memory was short. */
bool tare_note_is_bare(const TareOutline* outline, const TareSubject* subject, bool* is_good);

#endif
