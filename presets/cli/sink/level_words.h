/* How loud it is and whether it clips, for people. */

#ifndef TARE_CLI_LEVEL_WORDS_H
#define TARE_CLI_LEVEL_WORDS_H

#include <stdbool.h>

typedef struct TareLevel TareLevel;

/** Room for either of the texts. */
enum { TARE_LEVEL_WORDS = 96 };

/** "9.3 dB quieter: turn up the volume", against the sound as it came. */
void tare_level_words_loudness(const TareLevel* level, char words[TARE_LEVEL_WORDS]);

/** "never clips", or from where on it does. */
void tare_level_words_clip(const TareLevel* level, char words[TARE_LEVEL_WORDS]);

/** Whether it can. */
bool tare_level_words_can_clip(const TareLevel* level);

#endif
