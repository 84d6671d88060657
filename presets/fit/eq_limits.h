/* What an equaliser can be set to: a program's, a device's, or what a format can say. */

#ifndef TARE_EQ_LIMITS_H
#define TARE_EQ_LIMITS_H

#include "tare/band.h"
#include "tare/limits.h"

#include <stdbool.h>

/** A bit for a type of bands, for TareEqLimits. */
#define TARE_EQ_HAS(type) (1u << (unsigned)(type))

#define TARE_EQ_HAS_PEAKS TARE_EQ_HAS(TARE_BAND_PEAK)
#define TARE_EQ_HAS_SHELVES                                                                        \
    (TARE_EQ_HAS_PEAKS | TARE_EQ_HAS(TARE_BAND_LOW_SHELF) | TARE_EQ_HAS(TARE_BAND_HIGH_SHELF))
#define TARE_EQ_HAS_PASSES                                                                         \
    (TARE_EQ_HAS_SHELVES | TARE_EQ_HAS(TARE_BAND_LOW_PASS) | TARE_EQ_HAS(TARE_BAND_HIGH_PASS))
#define TARE_EQ_HAS_ALL (TARE_EQ_HAS(TARE_N_BAND_TYPES) - 1u)

/** Between which values, and in which steps, 0 being any. The filters are the cookbook's (R.
    Bristow-Johnson). */
typedef struct TareEqLimits {
    double rate_hz;              ///< at which it makes them; 0: at the stream's rate
    unsigned n_bands;            ///< at most, for each channel
    unsigned n_peaks, n_shelves; ///< of these at most so many peaks, and shelves of each kind; 0:
                                 ///< any
    unsigned types;              ///< TARE_EQ_HAS()
    double min_freq_hz, max_freq_hz;
    double min_q, max_q;
    double min_shelf_q, max_shelf_q; ///< of shelves; 0: as of all others
    double min_gain_db, max_gain_db;
    double min_preamp_db, max_preamp_db;
    double freq_step_hz, gain_step_db, q_step;
    bool has_sides; ///< left and right may differ
} TareEqLimits;

/* The ranges of Tare's own equaliser, beyond which nothing goes here, as initialisers of
   TareEqLimits. */
#define TARE_EQ_OWN_COUNT .n_bands = TARE_MAX_BANDS
#define TARE_EQ_OWN_FREQS .min_freq_hz = TARE_FREQ_MIN_HZ, .max_freq_hz = TARE_FREQ_MAX_HZ
#define TARE_EQ_OWN_QS .min_q = TARE_Q_MIN, .max_q = TARE_Q_MAX
#define TARE_EQ_OWN_GAINS .min_gain_db = TARE_GAIN_MIN_DB, .max_gain_db = TARE_GAIN_MAX_DB
#define TARE_EQ_OWN_PREAMPS .min_preamp_db = TARE_PREAMP_MIN_DB, .max_preamp_db = TARE_PREAMP_MAX_DB
#define TARE_EQ_OWN_RANGES                                                                         \
    TARE_EQ_OWN_COUNT, TARE_EQ_OWN_FREQS, TARE_EQ_OWN_QS, TARE_EQ_OWN_GAINS, TARE_EQ_OWN_PREAMPS

/** What no equaliser goes beyond here: the limits of Tare's own. */
extern const TareEqLimits tare_eq_limits_own;

/** What two have in common, in the coarser steps. */
TareEqLimits tare_eq_limits_both(const TareEqLimits* a, const TareEqLimits* b);

/** Whether there is room for so many bands, of one channel. */
bool tare_eq_limits_have_room(const TareEqLimits* limits, const TareBand* bands, unsigned n);

/** Whether a band can be set there, but for the steps. */
bool tare_eq_limits_hold(const TareEqLimits* limits, const TareBand* band);

/** The nearest that can be set, also of its steps; the type stays. */
TareBand tare_eq_limits_nearest(const TareEqLimits* limits, const TareBand* band);

/** The nearest preamp that can be set and is not above the wished one by more than the last digit
    of a step, unless the least one is. */
double tare_eq_limits_preamp_db(const TareEqLimits* limits, double preamp_db);

#endif
