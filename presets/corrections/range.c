#include "corrections/range.h"

#include "tare/limits.h"

const TareRange tare_freq_range = {"frequency", TARE_FREQ_MIN_HZ, TARE_FREQ_MAX_HZ, false};
const TareRange tare_gain_range = {"gain", TARE_GAIN_MIN_DB, TARE_GAIN_MAX_DB, false};
const TareRange tare_q_range = {"Q", TARE_Q_MIN, TARE_Q_MAX, false};
const TareRange tare_preamp_range = {"preamp", TARE_PREAMP_MIN_DB, TARE_PREAMP_MAX_DB, false};
const TareRange tare_rate_range = {"rate", TARE_SAMPLE_RATE_MIN_HZ, TARE_SAMPLE_RATE_MAX_HZ, true};

bool tare_range_holds(const TareRange* range, double value)
{
    return (value >= range->min && value <= range->max) || (range->may_be_zero && value == 0.0);
}
