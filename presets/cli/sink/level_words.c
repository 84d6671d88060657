#include "cli/sink/level_words.h"

#include "pipewire/live/level.h"

#include <math.h>
#include <stdio.h>

/* A peak is known to 0.01 dB, and told to 0.1 dB. */
#define NO_PEAK_DB 0.05

void tare_level_words_loudness(const TareLevel* level, char words[TARE_LEVEL_WORDS])
{
    const double db = level->loudness_db;
    if (fabs(db) < TARE_LEVEL_ALIKE_DB)
        snprintf(words, TARE_LEVEL_WORDS, "as loud as without Tare");
    else
        snprintf(words, TARE_LEVEL_WORDS, "%.1f dB %s the volume", fabs(db),
                 db < 0.0 ? "quieter: turn up" : "louder: turn down");
}

bool tare_level_words_can_clip(const TareLevel* level)
{
    return level->peak_db > NO_PEAK_DB;
}

void tare_level_words_clip(const TareLevel* level, char words[TARE_LEVEL_WORDS])
{
    if (tare_level_words_can_clip(level))
        snprintf(words, TARE_LEVEL_WORDS, "clips when the sound comes within %.1f dB of full scale",
                 level->peak_db);
    else if (level->peak_db < -NO_PEAK_DB)
        snprintf(words, TARE_LEVEL_WORDS, "never clips: %.1f dB are left", -level->peak_db);
    else
        snprintf(words, TARE_LEVEL_WORDS, "never clips: no frequency gets louder");
}
