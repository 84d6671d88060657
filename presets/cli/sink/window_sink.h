/* What a window wants of the sink Tare, and what it has. */

#ifndef TARE_CLI_WINDOW_SINK_H
#define TARE_CLI_WINDOW_SINK_H

#include <stdbool.h>

typedef struct TareControls TareControls;

enum { TARE_WINDOW_SINK_WORDS = 320 };

/** What the window has. */
typedef struct TareWindowWish {
    const TareControls* controls; ///< with the listener's taste, and on, off or comparing
    const char* id;               ///< of the correction; "" when it is none of the catalogue
    const char* name;             ///< of it, for people
} TareWindowWish;

/** Brings it to the sink and to the disk; `words` receives what to say of that, "" when all is
   well. Blocks as tare_sink_apply() does. */
void tare_window_sink_apply(const TareWindowWish* wish, char words[TARE_WINDOW_SINK_WORDS]);

/** What is chosen for the sink, likewise, and what that is called; false, with nothing changed,
   when nothing is. */
bool tare_window_sink_look(TareControls* controls, char name[TARE_WINDOW_SINK_WORDS]);

/** What is missing, "" for nothing. */
const char* tare_window_sink_missing(void);

#endif
