#include "prototype.h"

#include "tare/band.h"
#include "tare/band_traits.h"

#include <math.h>

static TarePrototype peak_prototype(double gain, double q)
{
    return (TarePrototype){{1.0, gain / q, 1.0}, {1.0, 1.0 / (gain * q), 1.0}};
}

static TarePrototype low_shelf_prototype(double gain, double q)
{
    const double slope = sqrt(gain) / q;
    return (TarePrototype){{gain, gain * slope, gain * gain}, {gain, slope, 1.0}};
}

static TarePrototype high_shelf_prototype(double gain, double q)
{
    const double slope = sqrt(gain) / q;
    return (TarePrototype){{gain * gain, gain * slope, gain}, {1.0, slope, gain}};
}

TarePrototype tare_prototype_inverse(const TarePrototype* p)
{
    return (TarePrototype){{p->a[0], p->a[1], p->a[2]}, {p->b[0], p->b[1], p->b[2]}};
}

static TarePrototype gain_prototype(TareBandType type, double gain_db, double q)
{
    const double gain = pow(10.0, fabs(gain_db) / 40.0);
    const TarePrototype boost = type == TARE_BAND_PEAK        ? peak_prototype(gain, q)
                                : type == TARE_BAND_LOW_SHELF ? low_shelf_prototype(gain, q)
                                                              : high_shelf_prototype(gain, q);
    return gain_db < 0.0 ? tare_prototype_inverse(&boost) : boost;
}

/** An all-pass mixed with the unfiltered signal would be a notch. */
static double part_of(TareBandType type, double strength)
{
    return type == TARE_BAND_ALL_PASS && strength > 0.0 ? 1.0 : strength;
}

/** Types without a gain share their poles; strength mixes in the unfiltered signal. */
static TarePrototype plain_prototype(TareBandType type, double strength, double q)
{
    static const double s2[TARE_N_BAND_TYPES] = {
        [TARE_BAND_HIGH_PASS] = 1, [TARE_BAND_NOTCH] = 1, [TARE_BAND_ALL_PASS] = 1};
    static const double s1[TARE_N_BAND_TYPES] = {
        [TARE_BAND_BAND_PASS] = 1, [TARE_BAND_ALL_PASS] = -1};
    static const double s0[TARE_N_BAND_TYPES] = {
        [TARE_BAND_LOW_PASS] = 1, [TARE_BAND_NOTCH] = 1, [TARE_BAND_ALL_PASS] = 1};

    const double part = part_of(type, strength);
    TarePrototype p = {{s2[type], s1[type] / q, s0[type]}, {1.0, 1.0 / q, 1.0}};
    for (int i = 0; i < 3; ++i)
        p.b[i] = part * p.b[i] + (1.0 - part) * p.a[i];
    return p;
}

TarePrototype tare_prototype(const TareBand* band, double strength)
{
    return tare_band_type_has_gain(band->type)
               ? gain_prototype(band->type, strength * band->gain_db, band->q)
               : plain_prototype(band->type, strength, band->q);
}
