/* Why nothing is made of a figure: rules decide by these, people read the words. */

#ifndef TARE_REASON_H
#define TARE_REASON_H

typedef enum {
    TARE_REASON_NONE, ///< nothing speaks against it
    /* What the figure is instead of a fault. */
    TARE_REASON_ISOLATION,
    TARE_REASON_DISTORTION,
    TARE_REASON_DECAY,
    TARE_REASON_LEVEL,
    TARE_REASON_CHANNELS,
    TARE_REASON_STATISTIC,
    TARE_REASON_SPREAD,
    TARE_REASON_ANOTHER,
    TARE_REASON_CHOICE,
    TARE_REASON_EAR,
    TARE_REASON_MICROPHONE,
    TARE_REASON_ELECTRONICS,
    TARE_REASON_BANDWIDTH,
    TARE_REASON_TARGET,
    TARE_REASON_CONDITION,
    TARE_REASON_GONE,
    TARE_REASON_LIMIT,
    TARE_REASON_SLOPE,
    TARE_REASON_TOO_LARGE,
    TARE_REASON_DENIED,
    /* What it does not tell. */
    TARE_REASON_PLUS_MINUS,
    TARE_REASON_ZERO,
    TARE_REASON_NO_FREQUENCY,
    TARE_REASON_NO_DIRECTION,
    TARE_REASON_DOUBTFUL,
    TARE_REASON_CONTRADICTION,
    /* What is understood, and not corrected. */
    TARE_REASON_POLICY_ROLLOFF,
    TARE_REASON_POLICY_LOW_END,
    TARE_REASON_POLICY_HIGH_END,
    TARE_REASON_POLICY_OPEN_BASS,
    TARE_REASON_POLICY_SIMULATOR,
    TARE_REASON_POLICY_EAR_GAIN,
    TARE_REASON_NO_BAND_LEFT,
    TARE_REASON_TOO_MANY,
    TARE_N_REASONS
} TareReason;

/** The words of a reason; NULL for TARE_REASON_NONE and out of range. */
const char* tare_reason_words(TareReason reason);

#endif
