/* Loading a correction, and the way back to what was there before. */

#ifndef TARE_WINDOW_LOAD_H
#define TARE_WINDOW_LOAD_H

#include "window/loaded.h"

typedef struct TareDesk TareDesk;

/** What was there before the last time that all bands were replaced. Starts as {0}: nothing. */
typedef struct TareLoadBack {
    bool is_there;
    bool is_newer; ///< what it has is what was gone back from
    TareControls controls;
    TareLoaded loaded;
} TareLoadBack;

/** Has the equaliser do what a correction asks for. False, and nothing happens, when that cannot be
    read. */
bool tare_load(TareDesk* desk, const TareEntry* entry);

/** Goes back to what is loaded as it is in the catalogue. */
void tare_load_undo(TareDesk* desk);

/** Goes back to the bands that were there before these two were done, and forth again. */
void tare_load_back(TareDesk* desk);

#endif
