/* What the commands around `tare use` have in common: from opening the sink Tare to saying how it
   went. */

#ifndef TARE_CLI_USE_H
#define TARE_CLI_USE_H

#include "cli/frame/cli.h"

#include <stdbool.h>

typedef struct TareCommand TareCommand;

typedef struct TareCorrection TareCorrection;
typedef struct TareSink TareSink;
typedef struct TareSinkWish TareSinkWish;
typedef struct TareSound TareSound;
typedef struct TareTaste TareTaste;

/** What is done with an open sink; `data` comes from tare_use_run(). */
typedef TareExit TareUseAct(const TareCommand* command, TareSink* sink, const void* data);

/** Opens the sink for a change, makes it and closes the sink; says when it cannot be opened.
   `makes` tells whether it may have to be made. An interrupt meanwhile ends the program only then.
 */
TareExit tare_use_run(const TareCommand* command, bool makes, TareUseAct* act, const void* data);

/** Has the listener's lasting taste count where a sound says nothing; `own` receives what it did
    say. Says why when the taste cannot be read. */
TareExit tare_use_taste(const TareCommand* command, const TareSink* sink, TareSound* sound,
                        TareTaste* own);

/** Brings the choice of a sink to the disk, and to the ears if PipeWire runs, where it is watched
    from then on; says how it went. */
TareExit tare_use_apply(const TareCommand* command, TareSink* sink, const TareSinkWish* wish);

/** Sees to it that somebody watches the sink of a PipeWire that runs; says why nobody does. */
TareExit tare_use_watch(const TareSink* sink);

/** What shall be played. */
typedef struct TareUseChoice {
    const TareCorrection* correction;
    const TareSound* sound;
    const char *file, *kind; ///< as they were asked for; NULL for none
    const char* place;       ///< of the sink, one of tare_sink_choice_find_place(); or NULL
    const TareSinkWish* wish;
} TareUseChoice;

/** Has the sink play a TareUseChoice, a TareUseAct. */
TareExit tare_use_choice(const TareCommand* command, TareSink* sink, const void* choice);

/** Has somebody follow the rules for outputs, in a sink that is made, flat, where there is none;
    says why nobody does, if so. */
TareExit tare_use_follow(const TareCommand* command, TareSink* sink);

/** Takes Tare out of PipeWire and off the disk, and the watcher of the outputs with it. */
TareExit tare_use_remove(const TareCommand* command);

#endif
