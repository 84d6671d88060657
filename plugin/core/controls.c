#include "controls.h"

#include "tare/band_traits.h"
#include "tare/controls.h"
#include "tare/limits.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

/** Where the value of a control is, and its range. */
typedef struct {
    size_t offset;
    bool is_switch; ///< a bool, else a double
    double min, max;
} Place;

#define SWITCH(member)                                                                             \
    {                                                                                              \
        offsetof(TareControls, member), true, 0.0, 1.0                                             \
    }
#define NUMBER(member, min, max)                                                                   \
    {                                                                                              \
        offsetof(TareControls, member), false, min, max                                            \
    }

static const Place places[TARE_N_CONTROLS] = {
    [TARE_CONTROL_ENABLED] = SWITCH(enabled),
    [TARE_CONTROL_COMPARE] = SWITCH(is_comparing),
    [TARE_CONTROL_STRENGTH] = NUMBER(strength, 0.0, 1.0),
    [TARE_CONTROL_BASS_DB] = NUMBER(bass_db, TARE_TONE_MIN_DB, TARE_TONE_MAX_DB),
    [TARE_CONTROL_TREBLE_DB] = NUMBER(treble_db, TARE_TONE_MIN_DB, TARE_TONE_MAX_DB),
    [TARE_CONTROL_TILT_DB_PER_OCTAVE] =
        NUMBER(tilt_db_per_octave, TARE_TILT_MIN_DB_PER_OCTAVE, TARE_TILT_MAX_DB_PER_OCTAVE),
    [TARE_CONTROL_MANUAL_PREAMP] = SWITCH(is_preamp_manual),
    [TARE_CONTROL_PREAMP_DB] = NUMBER(set.preamp_db, TARE_PREAMP_MIN_DB, TARE_PREAMP_MAX_DB),
    [TARE_CONTROL_REFERENCE_RATE_HZ] = NUMBER(set.reference_rate_hz, 0.0, HUGE_VAL),
};

TareControls tare_controls_default(void)
{
    TareControls controls = {.enabled = true, .strength = 1.0};
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] = tare_band_default();
    return controls;
}

TareControls* tare_controls_new(void)
{
    TareControls* controls = malloc(sizeof *controls);
    if (controls)
        *controls = tare_controls_default();
    return controls;
}

void tare_controls_free(TareControls* controls)
{
    free(controls);
}

/* Values */

static bool is_known(TareControl control)
{
    return (unsigned)control < TARE_N_CONTROLS;
}

static bool is_reference_rate(double rate_hz)
{
    for (uint32_t i = 0; i < TARE_N_REFERENCE_RATES; ++i)
        if (rate_hz == tare_band_reference_rate_hz(i))
            return true;
    return false;
}

static double clamp(double value, double min, double max, double last)
{
    if (isnan(value))
        return last;
    return value < min ? min : value > max ? max : value;
}

TARE_REALTIME double tare_controls_get(const TareControls* controls, TareControl control)
{
    if (!is_known(control))
        return (double)NAN;
    const void* const at = (const char*)controls + places[control].offset;
    return places[control].is_switch ? *(const bool*)at : *(const double*)at;
}

TARE_REALTIME bool tare_controls_set(TareControls* controls, TareControl control, double value)
{
    if (!is_known(control) || isnan(value) ||
        (control == TARE_CONTROL_REFERENCE_RATE_HZ && !is_reference_rate(value)))
        return false;
    const Place* const place = &places[control];
    void* const at = (char*)controls + place->offset;
    if (place->is_switch)
        *(bool*)at = value != 0.0;
    else
        *(double*)at = clamp(value, place->min, place->max, value);
    return true;
}

/* Bands */

static bool is_of_known_kind(const TareBand* band)
{
    return (unsigned)band->type < TARE_N_BAND_TYPES &&
           (unsigned)band->channel < TARE_N_CHANNEL_CHOICES;
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

TARE_REALTIME TareBand tare_controls_get_band(const TareControls* controls, uint32_t index)
{
    return index < TARE_MAX_BANDS ? controls->set.bands[index] : tare_band_default();
}

TARE_REALTIME bool tare_controls_set_band(TareControls* controls, uint32_t index,
                                          const TareBand* band)
{
    if (index >= TARE_MAX_BANDS || !is_of_known_kind(band) || isnan(band->freq_hz) ||
        isnan(band->gain_db) || isnan(band->q))
        return false;
    controls->set.bands[index] = *band;
    clamp_band(&controls->set.bands[index], band);
    if (controls->set.n_bands <= index)
        controls->set.n_bands = index + 1;
    return true;
}

/* All of them */

void tare_controls_clamp(TareControls* controls, const TareControls* last)
{
    for (int i = 0; i < TARE_N_CONTROLS; ++i)
        if (!tare_controls_set(controls, (TareControl)i,
                               tare_controls_get(controls, (TareControl)i)))
            tare_controls_set(controls, (TareControl)i, tare_controls_get(last, (TareControl)i));
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        clamp_band(&controls->set.bands[i], &last->set.bands[i]);
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
    for (int i = 0; i < TARE_N_CONTROLS; ++i)
        if (tare_controls_get(a, (TareControl)i) != tare_controls_get(b, (TareControl)i))
            return false;
    return true;
}

bool tare_controls_plan_alike(const TareControls* a, const TareControls* b)
{
    TareControls same_switches = *a;
    same_switches.enabled = b->enabled;
    same_switches.is_comparing = b->is_comparing;
    return tare_controls_equal(&same_switches, b);
}
