/* What `tare blind` compares. */

#ifndef TARE_CLI_BLIND_SOUNDS_H
#define TARE_CLI_BLIND_SOUNDS_H

#include "cli/frame/cli.h"
#include "cli/sink/blind_names.h"
#include "controls.h"
#include "corrections/blind.h"

/** The word for the sound without a correction, also as an id. */
#define TARE_BLIND_ORIGINAL "original"

typedef struct TareAimOptions TareAimOptions;
typedef struct TareTaste TareTaste;

typedef struct TareBlindSounds {
    size_t n;
    TareBlindName names[TARE_BLIND_MAX_SOUNDS];
    TareControls controls[TARE_BLIND_MAX_SOUNDS];
    double lowered_db[TARE_BLIND_MAX_SOUNDS]; ///< to be as loud as the others, once that is known
} TareBlindSounds;

/** Finds the models, each a word or "original", and the corrections in files, and aims all of them;
    one alone is compared with the original. What cannot be compared is said. */
TareExit tare_blind_sounds_pick(TareBlindSounds* sounds, const TareCommand* command,
                                TareArguments models, const TareOptionTexts* files,
                                const TareAimOptions* aim);

/** Adds the listener's taste to all but the original. */
void tare_blind_sounds_add_taste(TareBlindSounds* sounds, const TareTaste* taste);

/** Makes them equally loud at a rate. */
TareExit tare_blind_sounds_match(TareBlindSounds* sounds, const TareCommand* command,
                                 double sample_rate_hz);

#endif
