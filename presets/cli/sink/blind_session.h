/* A blind comparison from the sink that is borrowed to what follows. */

#ifndef TARE_CLI_BLIND_SESSION_H
#define TARE_CLI_BLIND_SESSION_H

#include "cli/frame/cli.h"

typedef struct TareBlind TareBlind;
typedef struct TareBlindSounds TareBlindSounds;

/** Borrows the sink Tare, whose files stay locked no longer than that takes, makes the sounds
   equally loud, goes through the rounds of a comparison that was started, gives the sink back and
   says how it went. An interrupt that tare_interrupt_catch() caught ends it. */
TareExit tare_blind_session(const TareCommand* command, TareBlind* blind, TareBlindSounds* sounds,
                            unsigned n_rounds);

#endif
