/* The log of blind comparisons: a line for each answer, tabs between. */

#ifndef TARE_CLI_BLIND_LOG_H
#define TARE_CLI_BLIND_LOG_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareBlind TareBlind;
typedef struct TareBlindName TareBlindName;

/** What a row of a log holds, for the help. */
#define TARE_BLIND_LOG_NOTE                                                                        \
    "The log gets a line for each answer, when all is over: seed, round, kind (rating or abx),\n"  \
    "place (1 to 9, or x), correction, and as answer its rating, or what x was taken for."

/** Opens it, to be appended to; -1 and errno when that cannot be done. */
int tare_blind_log_open(const char* path);

/** Appends the rounds that count, in one piece; `names` are those of the sounds. False, and errno,
    when that fails. */
bool tare_blind_log_write(int log, const TareBlind* blind, const TareBlindName* names,
                          uint64_t seed);

#endif
