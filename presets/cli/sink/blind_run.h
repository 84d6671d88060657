/* The rounds of a blind comparison in a terminal: keys choose what is heard and say how it was. */

#ifndef TARE_CLI_BLIND_RUN_H
#define TARE_CLI_BLIND_RUN_H

#include "pipewire/live/audition.h"

typedef struct TareBlind TareBlind;

/** What the keys do, for the help. */
#define TARE_BLIND_KEYS_NOTE                                                                       \
    "Keys: 1 to 9 play a sound, r and 1 to 5 rate the one that plays, the space bar goes on to "   \
    "the\n"                                                                                        \
    "next round, in a new order, q ends. With --abx 1, 2 and x play, and a with 1 or 2 says "      \
    "which\n"                                                                                      \
    "of them x is."

typedef enum {
    TARE_BLIND_RUN_DONE,        ///< all rounds, or the person had enough
    TARE_BLIND_RUN_INTERRUPTED, ///< by a signal, or the terminal is gone
    TARE_BLIND_RUN_LOST         ///< PipeWire or the sink is: see `audition`
} TareBlindRunEnd;

/** Goes through at most so many rounds of a comparison that was started; the audition has its
    sounds, by the same numbers. What is printed, and when, is the same in whatever order they are.
    Blocks until the end; `state` receives how the audition is then. */
TareBlindRunEnd tare_blind_run(TareBlind* blind, TareAudition* audition, unsigned n_rounds,
                               TareAuditionState* state);

#endif
