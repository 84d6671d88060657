/* The factors with which a section does four frames at once; see kernel_ahead.h. */

#ifndef TARE_AHEAD_H
#define TARE_AHEAD_H

#include <stdbool.h>

enum { TARE_AHEAD_FRAMES = 4, TARE_AHEAD_LANES = 8 };

/** Rows of factors: of what for what. The last two kinds have one for each frame. */
enum {
    TARE_AHEAD_H0, ///< of an input for the output one frame later, then two, three
    TARE_AHEAD_H1,
    TARE_AHEAD_H2,
    TARE_AHEAD_Y1_W1, ///< of the state for the outputs but the first
    TARE_AHEAD_Y2_W1,
    TARE_AHEAD_Y3_W1,
    TARE_AHEAD_Y1_W2, ///< which is 1
    TARE_AHEAD_Y2_W2,
    TARE_AHEAD_Y3_W2,
    TARE_AHEAD_W1_W1, ///< for what is added to the state
    TARE_AHEAD_W1_W2,
    TARE_AHEAD_W2_W1,
    TARE_AHEAD_W2_W2,
    TARE_AHEAD_W1_X,
    TARE_AHEAD_W2_X = TARE_AHEAD_W1_X + TARE_AHEAD_FRAMES,
    TARE_N_AHEAD = TARE_AHEAD_W2_X + TARE_AHEAD_FRAMES
};

/** The numbers of a section as the kernels have it; see kernel.h. */
typedef struct TareDeltaSection {
    double c1, k, q1, q2;
} TareDeltaSection;

/** Sets the factors of a section. */
void tare_ahead_factors(const TareDeltaSection* section, double factors[TARE_N_AHEAD]);

/** Whether the factors, rounded to float, keep the damping of the section. Sharp ones of high
    frequency turn so far in four frames that their radius drowns. */
bool tare_ahead_is_exact(const TareDeltaSection* section);

#endif
