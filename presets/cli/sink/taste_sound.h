/* Between what the command line says of a sound and the listener's lasting taste. */

#ifndef TARE_CLI_TASTE_SOUND_H
#define TARE_CLI_TASTE_SOUND_H

#include "pipewire/chain/taste.h"

typedef struct TareSound TareSound;

/** What of a taste was said on the command line. */
TareTaste tare_taste_sound_said(const TareSound* sound);

/** Has a taste count where the command line says nothing, and the usual where that does neither. */
void tare_taste_sound_fill(TareSound* sound, const TareTaste* taste);

/** No more correction than usual: full strength, nothing added. */
TareTaste tare_taste_sound_usual(void);

/** Room for what tare_taste_sound_words() makes. */
enum { TARE_TASTE_WORDS = 160 };

/** A taste for people: "bass +3 dB, strength 80 %"; "none" when it changes nothing. */
void tare_taste_sound_words(const TareTaste* taste, char words[TARE_TASTE_WORDS]);

#endif
