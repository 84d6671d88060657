/* What the commands that turn the sink on, off or to another taste do alike: read what rules play,
   turn it, and say what becomes of the sound. */

#ifndef TARE_CLI_TURN_WORDS_H
#define TARE_CLI_TURN_WORDS_H

#include "cli/frame/cli.h"

typedef struct TareCommand TareCommand;

typedef struct TareChoice TareChoice;
typedef struct TareSink TareSink;
typedef struct TareTaste TareTaste;

/** Turns the running sink from `before` to its choice; a `taste` other than NULL is first brought
    to the disk, of which `said` was said just now. */
TareExit tare_turn_apply(const TareCommand* command, TareSink* sink, const TareChoice* before,
                         const TareTaste* taste, const TareTaste* said);

#endif
