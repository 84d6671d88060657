#include "settings.h"

#include <math.h>

static float clamp_to_port(const TarePort* port, float value)
{
    const float clamped = value < port->min ? port->min : value > port->max ? port->max : value;
    const bool is_whole = port->scale == TARE_SCALE_CHOICE || port->scale == TARE_SCALE_TOGGLE;
    return is_whole ? rintf(clamped) : clamped;
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

void tare_settings_set_port(TareControls* controls, const TarePort* port, float value)
{
    if (isnan(value) || tare_port_is_audio(port->role) || tare_port_is_output(port->role))
        return;
    value = clamp_to_port(port, value);
    if (port->role == TARE_PORT_ENABLED)
        controls->enabled = value > 0.0f;
    else if (port->role == TARE_PORT_MANUAL_PREAMP)
        controls->is_preamp_manual = value > 0.0f;
    else if (port->role == TARE_PORT_PLAIN_BYPASS)
        controls->is_bypass_plain = value > 0.0f;
    else if (port->role == TARE_PORT_REFERENCE_RATE)
        controls->set.reference_rate_hz = tare_reference_rates_hz[(int)value];
    else if (port->role == TARE_PORT_PREAMP)
        controls->set.preamp_db = value;
    else if (port->role == TARE_PORT_STRENGTH)
        controls->strength = value / TARE_STRENGTH_MAX_PERCENT;
    else if (port->role == TARE_PORT_BASS)
        controls->bass_db = value;
    else if (port->role == TARE_PORT_TREBLE)
        controls->treble_db = value;
    else if (port->role == TARE_PORT_TILT)
        controls->tilt_db_per_octave = value;
    else
        set_band_port(&controls->set.bands[port->which], port->role, value);
}

TareControls tare_settings_from_set(const TareBandSet* set)
{
    TareControls controls = tare_controls_default();
    const uint32_t n_ports = tare_n_ports(TARE_MAX_CHANNELS);
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
    int choice = 0;
    for (int i = 0; i < TARE_N_REFERENCE_RATES; ++i)
        if (rate_hz == tare_reference_rates_hz[i])
            choice = i;
    return (float)choice;
}

float tare_settings_port_value(const TareControls* controls, const TarePort* port)
{
    switch (port->role) {
    case TARE_PORT_INPUT:
    case TARE_PORT_OUTPUT:
    case TARE_PORT_CLIP:
    case TARE_PORT_HEADROOM:
        return 0.0f;
    case TARE_PORT_MANUAL_PREAMP:
        return controls->is_preamp_manual ? 1.0f : 0.0f;
    case TARE_PORT_PLAIN_BYPASS:
        return controls->is_bypass_plain ? 1.0f : 0.0f;
    case TARE_PORT_REFERENCE_RATE:
        return reference_rate_choice(controls->set.reference_rate_hz);
    case TARE_PORT_ENABLED:
        return controls->enabled ? 1.0f : 0.0f;
    case TARE_PORT_PREAMP:
        return (float)controls->set.preamp_db;
    case TARE_PORT_STRENGTH:
        return (float)(controls->strength * TARE_STRENGTH_MAX_PERCENT);
    case TARE_PORT_BASS:
        return (float)controls->bass_db;
    case TARE_PORT_TREBLE:
        return (float)controls->treble_db;
    case TARE_PORT_TILT:
        return (float)controls->tilt_db_per_octave;
    default:
        return band_port_value(&controls->set.bands[port->which], port->role);
    }
}
