/* How much louder the equalised sound is than the sound as it came, so that both can be compared at
   the same loudness. Measured on what plays, with the weighting of ITU-R BS.1770, in short windows
   now and then: that costs little, and an average over many seconds needs no more. */

#ifndef TARE_LOUDNESS_H
#define TARE_LOUDNESS_H

#include "biquad.h"

enum {
    TARE_LOUDNESS_WINDOW = 1024, ///< frames measured at a time
    TARE_N_WEIGHTS = 2,          ///< sections of the weighting
    TARE_N_LISTENED = 4          ///< left and right, as it came and equalised
};

typedef struct {
    TareBiquad weights[TARE_N_WEIGHTS];
    double w1[TARE_N_WEIGHTS][TARE_N_LISTENED], w2[TARE_N_WEIGHTS][TARE_N_LISTENED];
    double fade[TARE_LOUDNESS_WINDOW]; ///< a window without its fades would hear clicks
    uint32_t position;                 ///< frames since a window began
    double dry_now, wet_now;           ///< energies in this window
    double dry, wet;                   ///< energies so far, older ones fading
    bool has_heard;                    ///< else they are what is expected
    double keep;                       ///< how much of them is left after a second
} TareLoudness;

/** The weighting of BS.1770: two bands of the cookbook that equal its two filters within 0.01 dB.
 */
extern const TareBand tare_loudness_weights[TARE_N_WEIGHTS];

/** Setup: takes no memory. */
void tare_loudness_init(TareLoudness* loudness, double sample_rate_hz);

/* Audio */

/** Forgets what was heard. Until something is, the equalised sound counts as `power_ratio` times as
    strong, best the value for pink noise. */
void tare_loudness_reset(TareLoudness* loudness, double power_ratio);

/** The response has changed: what was heard counts on, made stronger by this much. */
void tare_loudness_scale(TareLoudness* loudness, double power_ratio);

/** Whether a window is open, so that the next piece of sound is measured. */
bool tare_loudness_is_measuring(const TareLoudness* loudness);

/** Listens to a piece of sound, or lets it pass: one window in `period` frames is measured. Both
    sounds are pairs, left and right of a frame, then of the next; they are looked at only while a
    window is open. A piece must not lie across multiples of TARE_LOUDNESS_WINDOW. */
void tare_loudness_listen(TareLoudness* loudness, const float* dry, const float* wet,
                          uint32_t n_frames, uint32_t period);

/** Gain that makes the sound as it came as loud as the equalised one. */
double tare_loudness_gain(const TareLoudness* loudness);

#endif
