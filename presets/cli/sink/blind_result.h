/* What follows from a blind comparison, in words. */

#ifndef TARE_CLI_BLIND_RESULT_H
#define TARE_CLI_BLIND_RESULT_H

typedef struct TareBlind TareBlind;
typedef struct TareBlindName TareBlindName;

/** Prints it; `names` are those of the sounds, and `n_planned` rounds were meant to be. */
void tare_blind_result_print(const TareBlind* blind, const TareBlindName* names,
                             unsigned n_planned);

#endif
