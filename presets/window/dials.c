#include "window/dials.h"

#include "settings.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_HELD = 4 };

struct TareDials {
    uint32_t n_channels;
    TareDialsHost host;
    TareControls controls;
    float values[TARE_MAX_PORTS];
    uint32_t held[MAX_HELD], n_held;
    bool has_meters;
};

/** Takes a value as it is, and what it means. */
static void take(TareDials* dials, uint32_t index, float value)
{
    const TarePort port = tare_port(dials->n_channels, index);
    dials->values[index] = value;
    tare_settings_set_port(&dials->controls, &port, value);
}

TareDials* tare_dials_new(uint32_t n_channels, const TareDialsHost* host)
{
    TareDials* const dials = calloc(1, sizeof *dials);
    if (!dials)
        return NULL;
    dials->n_channels = n_channels;
    dials->host = *host;
    dials->controls = tare_controls_default();
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i)
        take(dials, i, tare_port(n_channels, i).def);
    return dials;
}

void tare_dials_free(TareDials* dials)
{
    if (dials)
        tare_dials_release(dials);
    free(dials);
}

uint32_t tare_dials_n_channels(const TareDials* dials)
{
    return dials->n_channels;
}

static float clamped(const TarePort* port, float value)
{
    const float within = fminf(fmaxf(value, port->min), port->max);
    const bool is_whole = port->scale == TARE_SCALE_CHOICE || port->scale == TARE_SCALE_TOGGLE;
    return is_whole ? roundf(within) : within;
}

/* The equaliser brings into its range what hosts pass on; so what is shown is what is heard. */
bool tare_dials_hear(TareDials* dials, uint32_t index, float value)
{
    if (index >= tare_ports_count(dials->n_channels) || isnan(value))
        return false;
    const TarePort port = tare_port(dials->n_channels, index);
    const TarePortRole role = port.role;
    value = clamped(&port, value);
    const bool is_first = tare_port_is_output(role) && !dials->has_meters;
    if (tare_port_is_audio(role) || (dials->values[index] == value && !is_first))
        return false;
    dials->has_meters = dials->has_meters || tare_port_is_output(role);
    take(dials, index, value);
    return true;
}

bool tare_dials_has_meters(const TareDials* dials)
{
    return dials->has_meters;
}

float tare_dials_get(const TareDials* dials, TarePortRole role, uint32_t which)
{
    const uint32_t index = tare_port_index(dials->n_channels, role, which);
    return index < tare_ports_count(dials->n_channels) ? dials->values[index] : 0.0f;
}

static void set(TareDials* dials, uint32_t index, float value)
{
    const TarePort port = tare_port(dials->n_channels, index);
    value = clamped(&port, value);
    if (isnan(value) || value == dials->values[index])
        return;
    take(dials, index, value);
    dials->host.write(dials->host.data, index, value);
}

void tare_dials_set(TareDials* dials, TarePortRole role, uint32_t which, float value)
{
    const uint32_t index = tare_port_index(dials->n_channels, role, which);
    if (index < tare_ports_count(dials->n_channels))
        set(dials, index, value);
}

TarePort tare_dials_port(TarePortRole role, uint32_t which)
{
    /* a mono equaliser lacks a port only for the sides, whose values mean the same in both */
    return tare_port(TARE_MAX_CHANNELS, tare_port_index(TARE_MAX_CHANNELS, role, which));
}

void tare_dials_hold(TareDials* dials, TarePortRole role, uint32_t which)
{
    const uint32_t index = tare_port_index(dials->n_channels, role, which);
    if (dials->n_held == MAX_HELD || index >= tare_ports_count(dials->n_channels))
        return;
    dials->held[dials->n_held++] = index;
    if (dials->host.touch)
        dials->host.touch(dials->host.data, index, true);
}

void tare_dials_release(TareDials* dials)
{
    while (dials->n_held > 0) {
        const uint32_t index = dials->held[--dials->n_held];
        if (dials->host.touch)
            dials->host.touch(dials->host.data, index, false);
    }
}

const TareControls* tare_dials_controls(const TareDials* dials)
{
    return &dials->controls;
}

static void apply(TareDials* dials, const TareControls* controls, bool (*is_wanted)(TarePortRole))
{
    for (uint32_t i = 0; i < tare_ports_count(dials->n_channels); ++i) {
        const TarePort port = tare_port(dials->n_channels, i);
        if (is_wanted(port.role))
            set(dials, i, tare_settings_port_value(controls, &port));
    }
}

static bool is_heard(TarePortRole role)
{
    return !tare_port_is_audio(role) && !tare_port_is_output(role) && role != TARE_PORT_ENABLED &&
           role != TARE_PORT_COMPARE;
}

void tare_dials_apply(TareDials* dials, const TareControls* controls)
{
    apply(dials, controls, tare_port_is_correction);
}

void tare_dials_apply_all(TareDials* dials, const TareControls* controls)
{
    apply(dials, controls, is_heard);
}
