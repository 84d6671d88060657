/* Which correction the equaliser has, by the values of its ports, however it got there. */

#ifndef TARE_WINDOW_LOADED_H
#define TARE_WINDOW_LOADED_H

#include "controls.h"

typedef struct TareEntry TareEntry;
typedef struct TareDials TareDials;
typedef struct TareStock TareStock;

typedef enum {
    TARE_LOADED_NOTHING, ///< no band is heard
    TARE_LOADED_OTHER,   ///< bands that are in no catalogue
    TARE_LOADED_EDITED,  ///< those of the entry, but changed since
    TARE_LOADED_WHOLE    ///< those of the entry
} TareLoadedState;

/** Starts as {0}. */
typedef struct TareLoaded {
    TareLoadedState state;
    const TareEntry* entry; ///< of the catalogue; NULL when none is known
    TareControls original;  ///< what the entry asks for
} TareLoaded;

/** Finds out what is there now; NULL is no catalogue. Where the host has set values, another sound
    that has no band of the entry is no longer an edited one. */
void tare_loaded_look(TareLoaded* loaded, const TareDials* dials, TareStock* stock,
                      bool is_by_host);

/** Has the equaliser do what a correction asks for. False, and nothing happens, when that cannot be
    read. */
bool tare_loaded_apply(TareLoaded* loaded, TareDials* dials, TareStock* stock,
                       const TareEntry* entry);

/** Goes back to the entry as it is. */
void tare_loaded_undo(TareLoaded* loaded, TareDials* dials);

#endif
