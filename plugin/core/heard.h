/* Which of two sounds is heard, and the fade from one to the other: the equalised sound, the input
   itself, or the input with a gain that makes it as loud as the equalised sound. */

#ifndef TARE_HEARD_H
#define TARE_HEARD_H

#include "ramp.h"

typedef enum { TARE_HEARD_EQUALISED, TARE_HEARD_INPUT, TARE_HEARD_MATCHED } TareHeardWhat;

/** What is heard is their weighted sum. */
typedef struct TareHeardGains {
    double equalised, input;
} TareHeardGains;

typedef struct TareHeard {
    TareHeardWhat what;      ///< is heard, or faded to
    TareRamp ramp;           ///< from one to the other
    TareHeardGains from, to; ///< over the ramp; at rest over a piece of the sound, from `position`
    uint32_t position, n_frames;
} TareHeard;

/** Setup: takes memory; false when there is none. The gain of the input follows in steps of
    n_frames. */
bool tare_heard_init(TareHeard* heard, double sample_rate_hz, uint32_t n_frames);

/** Setup: gives the memory back. */
void tare_heard_clear(TareHeard* heard);

/** Setup: this is heard from the next frame on. `match` is the gain that makes the input as loud as
    the equalised sound. */
void tare_heard_jump(TareHeard* heard, TareHeardWhat what, double match);

/* Audio */

/** Whether a fade goes on. */
static inline bool tare_heard_is_moving(const TareHeard* heard)
{
    return tare_ramp_is_moving(&heard->ramp);
}

/** Whether nothing but the equalised sound is heard. */
static inline bool tare_heard_is_equalised(const TareHeard* heard)
{
    return heard->what == TARE_HEARD_EQUALISED && !tare_heard_is_moving(heard);
}

/** Whether nothing but the input itself is heard. */
static inline bool tare_heard_is_input(const TareHeard* heard)
{
    return heard->what == TARE_HEARD_INPUT && !tare_heard_is_moving(heard);
}

/** Begins to fade; only when nothing moves. */
void tare_heard_fade(TareHeard* heard, TareHeardWhat what, double match);

/** While the matched input is heard and nothing moves: its gain becomes this over the next piece.
 */
void tare_heard_follow(TareHeard* heard, double match);

/** The gain of the input as it is now. */
double tare_heard_match(const TareHeard* heard);

/** Mixes both sounds into `pairs`, which hold the equalised one; `input` are pairs too. At most as
    many frames as are left of a fade. */
void tare_heard_mix(TareHeard* heard, float* pairs, const float* input, uint32_t n_frames);

/** Fills pairs with the input itself, changing no bit of what is sound. */
void tare_heard_pass(float* pairs, const float* left, const float* right, uint32_t n_frames);

#endif
