#include "settings.h"

#include "tare/band_traits.h"
#include "tare/controls.h"
#include "tare/limits.h"

#include <math.h>

static float clamp_to_port(const TarePort* port, float value)
{
    const float clamped = value < port->min ? port->min : value > port->max ? port->max : value;
    const bool is_whole = port->scale == TARE_SCALE_CHOICE || port->scale == TARE_SCALE_TOGGLE;
    return is_whole ? roundf(clamped) : clamped;
}

static void set_band_port(TareBand* band, TarePortRole role, float value)
{
    if (role == TARE_PORT_BAND_TYPE)
        band->type = (TareBandType)value;
    else if (role == TARE_PORT_BAND_FREQ)
        band->freq_hz = value;
    else if (role == TARE_PORT_BAND_GAIN)
        band->gain_db = value;
    else if (role == TARE_PORT_BAND_Q)
        band->q = value;
    else if (role == TARE_PORT_BAND_CHANNEL)
        band->channel = (TareChannel)value;
}

/** The control behind a port that is neither sound, nor an output, nor of a band. */
static TareControl control_of(TarePortRole role)
{
    static const TareControl controls[] = {
        [TARE_PORT_ENABLED] = TARE_CONTROL_ENABLED,
        [TARE_PORT_COMPARE] = TARE_CONTROL_COMPARE,
        [TARE_PORT_STRENGTH] = TARE_CONTROL_STRENGTH,
        [TARE_PORT_BASS] = TARE_CONTROL_BASS_DB,
        [TARE_PORT_TREBLE] = TARE_CONTROL_TREBLE_DB,
        [TARE_PORT_TILT] = TARE_CONTROL_TILT_DB_PER_OCTAVE,
        [TARE_PORT_MANUAL_PREAMP] = TARE_CONTROL_MANUAL_PREAMP,
        [TARE_PORT_PREAMP] = TARE_CONTROL_PREAMP_DB,
        [TARE_PORT_REFERENCE_RATE] = TARE_CONTROL_REFERENCE_RATE_HZ,
    };
    return controls[role];
}

static bool is_of_band(TarePortRole role)
{
    return role >= TARE_PORT_BAND_TYPE && role <= TARE_PORT_BAND_CHANNEL;
}

static double control_value(TarePortRole role, float value)
{
    if (role == TARE_PORT_STRENGTH)
        return value / TARE_STRENGTH_MAX_PERCENT;
    if (role == TARE_PORT_REFERENCE_RATE)
        return tare_band_reference_rate_hz((uint32_t)value);
    return value;
}

void tare_settings_set_port(TareControls* controls, const TarePort* port, float value)
{
    if (isnan(value) || tare_port_is_audio(port->role) || tare_port_is_output(port->role))
        return;
    value = clamp_to_port(port, value);
    if (is_of_band(port->role))
        set_band_port(&controls->set.bands[port->which], port->role, value);
    else
        tare_controls_set(controls, control_of(port->role), control_value(port->role, value));
}

TareControls tare_settings_from_set(const TareBandSet* set)
{
    TareControls controls = tare_controls_default();
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        tare_settings_set_port(&controls, &port, port.def);
    }
    controls.set.preamp_db = set->preamp_db;
    controls.set.reference_rate_hz = set->reference_rate_hz;
    controls.set.n_bands = set->n_bands;
    for (uint32_t i = 0; i < set->n_bands && i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] = set->bands[i];
    return controls;
}

static float band_port_value(const TareBand* band, TarePortRole role)
{
    if (role == TARE_PORT_BAND_TYPE)
        return (float)band->type;
    if (role == TARE_PORT_BAND_FREQ)
        return (float)band->freq_hz;
    if (role == TARE_PORT_BAND_GAIN)
        return (float)band->gain_db;
    if (role == TARE_PORT_BAND_Q)
        return (float)band->q;
    return (float)band->channel;
}

static float reference_rate_choice(double rate_hz)
{
    uint32_t choice = 0;
    for (uint32_t i = 0; i < TARE_N_REFERENCE_RATES; ++i)
        if (rate_hz == tare_band_reference_rate_hz(i))
            choice = i;
    return (float)choice;
}

float tare_settings_port_value(const TareControls* controls, const TarePort* port)
{
    if (tare_port_is_audio(port->role) || tare_port_is_output(port->role))
        return 0.0f;
    if (is_of_band(port->role))
        return band_port_value(&controls->set.bands[port->which], port->role);
    if (port->role == TARE_PORT_REFERENCE_RATE)
        return reference_rate_choice(controls->set.reference_rate_hz);
    const double value = tare_controls_get(controls, control_of(port->role));
    return (float)(port->role == TARE_PORT_STRENGTH ? value * TARE_STRENGTH_MAX_PERCENT : value);
}
