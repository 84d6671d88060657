/* One band of the equaliser: what a person or a file says of it, free of any sample rate. */

#ifndef TARE_BAND_H
#define TARE_BAND_H

enum {
    TARE_MAX_BANDS = 20, ///< of an equaliser of this version
    TARE_MAX_CHANNELS = 2
};

/** The kinds of R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients".
    The values are port values and stored in sessions: they never change. */
typedef enum {
    TARE_BAND_PEAK,
    TARE_BAND_LOW_SHELF,
    TARE_BAND_HIGH_SHELF,
    TARE_BAND_LOW_PASS,
    TARE_BAND_HIGH_PASS,
    TARE_BAND_NOTCH,
    TARE_BAND_BAND_PASS,
    TARE_BAND_ALL_PASS,
    TARE_N_BAND_TYPES ///< how many this version knows
} TareBandType;

/** The values are port values and stored in sessions: they never change. */
typedef enum {
    TARE_CHANNEL_BOTH,
    TARE_CHANNEL_LEFT,
    TARE_CHANNEL_RIGHT,
    TARE_N_CHANNEL_CHOICES
} TareChannel;

/** Its members never change. */
typedef struct TareBand {
    TareBandType type;
    double freq_hz; ///< centre; for shelves the point of half the gain in dB
    double gain_db; ///< peak and shelves only; ignored by all other types
    double q;       ///< the cookbook's Q, for shelves too
    TareChannel channel;
} TareBand;

#endif
