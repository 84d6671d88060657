#include "cli/sink/taste_sound.h"

#include "base/number.h"
#include "cli/audio/sound.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

TareTaste tare_taste_sound_said(const TareSound* sound)
{
    return (TareTaste){sound->strength_percent, sound->bass_db, sound->treble_db,
                       sound->tilt_db_per_octave};
}

void tare_taste_sound_fill(TareSound* sound, const TareTaste* taste)
{
    const TareTaste said = tare_taste_sound_said(sound);
    TareTaste whole = tare_taste_sound_usual();
    tare_taste_put(&whole, taste);
    tare_taste_put(&whole, &said);
    sound->strength_percent = whole.strength_percent;
    sound->bass_db = whole.bass_db;
    sound->treble_db = whole.treble_db;
    sound->tilt_db_per_octave = whole.tilt_db_per_octave;
}

TareTaste tare_taste_sound_usual(void)
{
    const TareSound usual = tare_sound_default();
    return tare_taste_sound_said(&usual);
}

static void add_words(char words[TARE_TASTE_WORDS], const char* label, const char* sign,
                      double value, double usual, const char* unit)
{
    char number[TARE_NUMBER_SIZE];
    const size_t length = strlen(words);
    if (isnan(value) || value == usual)
        return;
    snprintf(words + length, TARE_TASTE_WORDS - length, "%s%s %s%s %s", length > 0 ? ", " : "",
             label, value > 0.0 ? sign : "", tare_number_format(number, sizeof number, value),
             unit);
}

void tare_taste_sound_words(const TareTaste* taste, char words[TARE_TASTE_WORDS])
{
    const TareTaste usual = tare_taste_sound_usual();
    words[0] = '\0';
    add_words(words, "bass", "+", taste->bass_db, usual.bass_db, "dB");
    add_words(words, "treble", "+", taste->treble_db, usual.treble_db, "dB");
    add_words(words, "tilt", "+", taste->tilt_db_per_octave, usual.tilt_db_per_octave,
              "dB per octave");
    add_words(words, "strength", "", taste->strength_percent, usual.strength_percent, "%");
    if (words[0] == '\0')
        snprintf(words, TARE_TASTE_WORDS, "none");
}
