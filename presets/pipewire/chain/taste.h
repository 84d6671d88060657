/* The listener's taste: what is added to whatever corrects, and how much of a correction is
   wanted. */

#ifndef TARE_PIPEWIRE_TASTE_H
#define TARE_PIPEWIRE_TASTE_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct json_t json_t; ///< of jansson.h

/** Every value is NaN where nothing is said of it. */
typedef struct TareTaste {
    double strength_percent, bass_db, treble_db, tilt_db_per_octave;
} TareTaste;

/** Nothing is said. */
TareTaste tare_taste_none(void);

bool tare_taste_is_none(const TareTaste* taste);

bool tare_taste_equal(const TareTaste* a, const TareTaste* b);

/** Whether bass, treble or tilt are other than 0, which not every kind of chain has. */
bool tare_taste_has_tone(const TareTaste* taste);

/** What is said in `over` counts in place of what was said before. */
void tare_taste_put(TareTaste* taste, const TareTaste* over);

/** What is said in `other` is no longer said. */
void tare_taste_unput(TareTaste* taste, const TareTaste* other);

/** Sets what is said of it in controls, clamped. */
void tare_taste_apply(const TareTaste* taste, TareControls* controls);

/** All values that controls have, as what they are of others is no taste. */
TareTaste tare_taste_of(const TareControls* controls);

/** {"bass_db": 3, ...}: what is said. NULL when memory is short. */
json_t* tare_taste_json(const TareTaste* taste);

/** Takes what is said out of an object. NULL, or the name of the member that is not what is
    expected: a number in its range. Other members are no matter. */
const char* tare_taste_take(TareTaste* taste, const json_t* object);

/** Whether a member of an object is one of a taste. */
bool tare_taste_is_member(const char* name);

#endif
