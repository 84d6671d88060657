#include "controls.h"

#include <math.h>

TareControls tare_controls_default(void)
{
    TareControls controls = {.enabled = true, .strength = 1.0};
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] = tare_band_default();
    return controls;
}

static double clamp(double value, double min, double max, double last)
{
    if (isnan(value))
        return last;
    return value < min ? min : value > max ? max : value;
}

static void clamp_band(TareBand* band, const TareBand* last)
{
    if ((unsigned)band->type >= TARE_N_BAND_TYPES)
        band->type = last->type;
    if ((unsigned)band->channel >= TARE_N_CHANNEL_CHOICES)
        band->channel = last->channel;
    band->freq_hz = clamp(band->freq_hz, TARE_FREQ_MIN_HZ, TARE_FREQ_MAX_HZ, last->freq_hz);
    band->gain_db = clamp(band->gain_db, TARE_GAIN_MIN_DB, TARE_GAIN_MAX_DB, last->gain_db);
    band->q = clamp(band->q, TARE_Q_MIN, TARE_Q_MAX, last->q);
}

static bool is_reference_rate(double rate_hz)
{
    for (int i = 0; i < TARE_N_REFERENCE_RATES; ++i)
        if (rate_hz == tare_reference_rates_hz[i])
            return true;
    return false;
}

void tare_controls_clamp(TareControls* c, const TareControls* last)
{
    c->strength = clamp(c->strength, 0.0, 1.0, last->strength);
    c->bass_db = clamp(c->bass_db, TARE_TONE_MIN_DB, TARE_TONE_MAX_DB, last->bass_db);
    c->treble_db = clamp(c->treble_db, TARE_TONE_MIN_DB, TARE_TONE_MAX_DB, last->treble_db);
    c->tilt_db_per_octave = clamp(c->tilt_db_per_octave, TARE_TILT_MIN_DB_PER_OCTAVE,
                                  TARE_TILT_MAX_DB_PER_OCTAVE, last->tilt_db_per_octave);
    c->set.preamp_db =
        clamp(c->set.preamp_db, TARE_PREAMP_MIN_DB, TARE_PREAMP_MAX_DB, last->set.preamp_db);
    if (!is_reference_rate(c->set.reference_rate_hz))
        c->set.reference_rate_hz = last->set.reference_rate_hz;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        clamp_band(&c->set.bands[i], &last->set.bands[i]);
}

static bool band_equal(const TareBand* a, const TareBand* b)
{
    return a->type == b->type && a->channel == b->channel && a->freq_hz == b->freq_hz &&
           a->gain_db == b->gain_db && a->q == b->q;
}

bool tare_controls_equal(const TareControls* a, const TareControls* b)
{
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (!band_equal(&a->set.bands[i], &b->set.bands[i]))
            return false;
    return a->enabled == b->enabled && a->is_preamp_manual == b->is_preamp_manual &&
           a->is_bypass_plain == b->is_bypass_plain && a->strength == b->strength &&
           a->bass_db == b->bass_db && a->treble_db == b->treble_db &&
           a->tilt_db_per_octave == b->tilt_db_per_octave && a->set.preamp_db == b->set.preamp_db &&
           a->set.reference_rate_hz == b->set.reference_rate_hz;
}

bool tare_controls_plan_alike(const TareControls* a, const TareControls* b)
{
    TareControls same_bypass = *a;
    same_bypass.enabled = b->enabled;
    same_bypass.is_bypass_plain = b->is_bypass_plain;
    return tare_controls_equal(&same_bypass, b);
}
