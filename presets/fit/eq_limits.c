#include "fit/eq_limits.h"

#include "tare/band_traits.h"

#include <math.h>

/* So much of a step is rounding of the machine's, not another value. */
#define STEP_SLACK 1e-6

const TareEqLimits tare_eq_limits_own = {TARE_EQ_OWN_RANGES, .types = TARE_EQ_HAS_ALL,
                                         .has_sides = true};

static bool is_shelf(TareBandType type)
{
    return type == TARE_BAND_LOW_SHELF || type == TARE_BAND_HIGH_SHELF;
}

static double min_q_of(const TareEqLimits* limits, TareBandType type)
{
    return is_shelf(type) && limits->min_shelf_q > 0.0 ? limits->min_shelf_q : limits->min_q;
}

static double max_q_of(const TareEqLimits* limits, TareBandType type)
{
    return is_shelf(type) && limits->max_shelf_q > 0.0 ? limits->max_shelf_q : limits->max_q;
}

TareEqLimits tare_eq_limits_both(const TareEqLimits* a, const TareEqLimits* b)
{
    const TareBandType shelf = TARE_BAND_LOW_SHELF;
    const TareEqLimits* const shaped = b->n_peaks || b->n_shelves ? b : a;
    return (TareEqLimits){.rate_hz = b->rate_hz > 0.0 ? b->rate_hz : a->rate_hz,
                          .n_bands = a->n_bands < b->n_bands ? a->n_bands : b->n_bands,
                          .n_peaks = shaped->n_peaks,
                          .n_shelves = shaped->n_shelves,
                          .types = a->types & b->types,
                          .min_freq_hz = fmax(a->min_freq_hz, b->min_freq_hz),
                          .max_freq_hz = fmin(a->max_freq_hz, b->max_freq_hz),
                          .min_q = fmax(a->min_q, b->min_q),
                          .max_q = fmin(a->max_q, b->max_q),
                          .min_shelf_q = fmax(min_q_of(a, shelf), min_q_of(b, shelf)),
                          .max_shelf_q = fmin(max_q_of(a, shelf), max_q_of(b, shelf)),
                          .min_gain_db = fmax(a->min_gain_db, b->min_gain_db),
                          .max_gain_db = fmin(a->max_gain_db, b->max_gain_db),
                          .min_preamp_db = fmax(a->min_preamp_db, b->min_preamp_db),
                          .max_preamp_db = fmin(a->max_preamp_db, b->max_preamp_db),
                          .freq_step_hz = fmax(a->freq_step_hz, b->freq_step_hz),
                          .gain_step_db = fmax(a->gain_step_db, b->gain_step_db),
                          .q_step = fmax(a->q_step, b->q_step),
                          .has_sides = a->has_sides && b->has_sides};
}

bool tare_eq_limits_have_room(const TareEqLimits* limits, const TareBand* bands, unsigned n)
{
    unsigned n_of[TARE_N_BAND_TYPES] = {0};
    for (unsigned i = 0; i < n; ++i)
        ++n_of[bands[i].type];
    const unsigned n_peaks = limits->n_peaks ? limits->n_peaks : n;
    const unsigned n_shelves = limits->n_shelves ? limits->n_shelves : n;
    return n <= limits->n_bands && n_of[TARE_BAND_PEAK] <= n_peaks &&
           n_of[TARE_BAND_LOW_SHELF] <= n_shelves && n_of[TARE_BAND_HIGH_SHELF] <= n_shelves;
}

static bool is_between(double value, double min, double max)
{
    return value >= min && value <= max;
}

bool tare_eq_limits_hold(const TareEqLimits* limits, const TareBand* band)
{
    const bool is_gain_good = !tare_band_type_has_gain(band->type) ||
                              is_between(band->gain_db, limits->min_gain_db, limits->max_gain_db);
    return (limits->types & TARE_EQ_HAS(band->type)) && is_gain_good &&
           is_between(band->freq_hz, limits->min_freq_hz, limits->max_freq_hz) &&
           is_between(band->q, min_q_of(limits, band->type), max_q_of(limits, band->type));
}

/** The value of a number of steps, without the last bits that multiplying would add: 0.1 is no
    double, 10 is. */
static double at_step(double n, double step)
{
    const double per_unit = round(1.0 / step);
    return fabs(per_unit * step - 1.0) < STEP_SLACK ? n / per_unit : n * step;
}

/** The nearest step that is within. */
static double nearest(double value, double min, double max, double step)
{
    const double within = fmin(fmax(value, min), max);
    if (!(step > 0.0))
        return within;
    double n = round(within / step);
    if (at_step(n, step) < min - STEP_SLACK * step)
        n += 1.0;
    if (at_step(n, step) > max + STEP_SLACK * step)
        n -= 1.0;
    return at_step(n, step);
}

TareBand tare_eq_limits_nearest(const TareEqLimits* limits, const TareBand* band)
{
    TareBand near = *band;
    near.freq_hz =
        nearest(band->freq_hz, limits->min_freq_hz, limits->max_freq_hz, limits->freq_step_hz);
    near.gain_db =
        nearest(band->gain_db, limits->min_gain_db, limits->max_gain_db, limits->gain_step_db);
    near.q = nearest(band->q, min_q_of(limits, band->type), max_q_of(limits, band->type),
                     limits->q_step);
    return near;
}

double tare_eq_limits_preamp_db(const TareEqLimits* limits, double preamp_db)
{
    const double within = fmin(fmax(preamp_db, limits->min_preamp_db), limits->max_preamp_db);
    if (!(limits->gain_step_db > 0.0))
        return within;
    const double below =
        at_step(floor(within / limits->gain_step_db + STEP_SLACK), limits->gain_step_db);
    return below < limits->min_preamp_db ? limits->min_preamp_db : below;
}
