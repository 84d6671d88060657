/* Which correction the equaliser has, by the values of its ports, however it got there. */

#ifndef TARE_WINDOW_LOADED_H
#define TARE_WINDOW_LOADED_H

#include "controls.h"
#include "window/aim_goal.h"

typedef struct TareEntry TareEntry;
typedef struct TareDials TareDials;
typedef struct TareShelf TareShelf;

typedef enum {
    TARE_LOADED_NOTHING, ///< no band is heard
    TARE_LOADED_OTHER,   ///< bands that are in no catalogue
    TARE_LOADED_EDITED,  ///< those of the entry, but changed since
    TARE_LOADED_WHOLE    ///< those of the entry
} TareLoadedState;

/** Room for a name. */
enum { TARE_LOADED_NAME = 256 };

/** Starts as {0}. */
typedef struct TareLoaded {
    TareLoadedState state;
    const TareEntry* entry;      ///< of the shelf; NULL when none is known
    TareAimGoal goal;            ///< whereto it was aimed
    TareControls original;       ///< what the entry, aimed like that, asks for
    uint64_t print;              ///< of the bands that are heard (corrections/print.h)
    char told[TARE_LOADED_NAME]; ///< what the host calls other bands; "" for nothing
    uint64_t told_print;         ///< of the bands that it calls so
} TareLoaded;

/** A number of the bands of some controls (corrections/print.h); 0 when none is heard. */
uint64_t tare_loaded_print(const TareControls* controls);

/** Finds out what is there now. Where the host has set values, another sound that has no band of
   the entry is no longer an edited one; and one that has most bands of an entry is that one,
   edited. */
void tare_loaded_look(TareLoaded* loaded, const TareDials* dials, TareShelf* shelf,
                      bool is_by_host);

/** Has the equaliser do what a correction asks for. False, and nothing happens, when that cannot be
    read. */
bool tare_loaded_apply(TareLoaded* loaded, TareDials* dials, TareShelf* shelf,
                       const TareEntry* entry);

/** Has it do what a set of bands does, which the goal asks for; by a mark (aim_mark.h) that is
    known again. */
void tare_loaded_aim(TareLoaded* loaded, TareDials* dials, const TareBandSet* set);

/** What is there may be an entry that was aimed, which leads to a set of bands: takes it for that,
    if it has most of them, and tells so. */
bool tare_loaded_take_aimed(TareLoaded* loaded, const TareDials* dials, const TareEntry* entry,
                            const TareAimGoal* goal, const TareBandSet* set);

/** The host tells what it calls the bands that are there now. Whether that is something new. */
bool tare_loaded_tell(TareLoaded* loaded, const char* name);

/** The name of bands that are in no catalogue; "" when nobody has told one. */
const char* tare_loaded_told(const TareLoaded* loaded);

/** Goes back to the entry as it is, aimed nowhere. */
void tare_loaded_undo(TareLoaded* loaded, TareDials* dials, TareShelf* shelf);

#endif
