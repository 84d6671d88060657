/* What a window wants of the sink Tare, and what it has. */

#ifndef TARE_CLI_WINDOW_SINK_H
#define TARE_CLI_WINDOW_SINK_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareSink TareSink;

enum { TARE_WINDOW_SINK_WORDS = 320 };

/** What the window has. */
typedef struct TareWindowWish {
    const TareControls* controls; ///< with the listener's taste, and on, off or comparing
    const char* id;               ///< of the correction; "" when it is none of the catalogue
    const char* name;             ///< of it, for people
    bool wants_default;           ///< to make Tare the default output
} TareWindowWish;

/** Brings it to the sink and to the disk; `words` receives what to say of that, "" when all is well
    or only PipeWire is away. Blocks as tare_sink_apply() does. */
void tare_window_sink_apply(const TareWindowWish* wish, char words[TARE_WINDOW_SINK_WORDS]);

/** What is chosen for a sink that was opened, likewise, and what that is called; false, with
   nothing changed, when nothing is. */
bool tare_window_sink_look(const TareSink* sink, TareControls* controls,
                           char name[TARE_WINDOW_SINK_WORDS]);

#endif
