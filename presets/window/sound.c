#include "window/sound.h"

#include "settings.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_HELD = 4 };

struct TareSound {
    uint32_t n_channels;
    TareSoundHost host;
    TareControls controls;
    float values[TARE_MAX_PORTS];
    uint32_t held[MAX_HELD], n_held;
    bool has_meters;
};

/** Takes a value as it is, and what it means. */
static void take(TareSound* sound, uint32_t index, float value)
{
    const TarePort port = tare_port(sound->n_channels, index);
    sound->values[index] = value;
    tare_settings_set_port(&sound->controls, &port, value);
}

TareSound* tare_sound_new(uint32_t n_channels, const TareSoundHost* host)
{
    TareSound* const sound = calloc(1, sizeof *sound);
    if (!sound)
        return NULL;
    sound->n_channels = n_channels;
    sound->host = *host;
    sound->controls = tare_controls_default();
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i)
        take(sound, i, tare_port(n_channels, i).def);
    return sound;
}

void tare_sound_free(TareSound* sound)
{
    if (sound)
        tare_sound_release(sound);
    free(sound);
}

uint32_t tare_sound_n_channels(const TareSound* sound)
{
    return sound->n_channels;
}

bool tare_sound_hear(TareSound* sound, uint32_t index, float value)
{
    if (index >= tare_ports_count(sound->n_channels) || isnan(value))
        return false;
    const TarePortRole role = tare_port(sound->n_channels, index).role;
    const bool is_first = tare_port_is_output(role) && !sound->has_meters;
    if (tare_port_is_audio(role) || (sound->values[index] == value && !is_first))
        return false;
    sound->has_meters = sound->has_meters || tare_port_is_output(role);
    take(sound, index, value);
    return true;
}

bool tare_sound_has_meters(const TareSound* sound)
{
    return sound->has_meters;
}

float tare_sound_get(const TareSound* sound, TarePortRole role, uint32_t which)
{
    const uint32_t index = tare_port_index(sound->n_channels, role, which);
    return index < tare_ports_count(sound->n_channels) ? sound->values[index] : 0.0f;
}

static float clamped(const TarePort* port, float value)
{
    const float within = fminf(fmaxf(value, port->min), port->max);
    const bool is_whole = port->scale == TARE_SCALE_CHOICE || port->scale == TARE_SCALE_TOGGLE;
    return is_whole ? roundf(within) : within;
}

static void set(TareSound* sound, uint32_t index, float value)
{
    const TarePort port = tare_port(sound->n_channels, index);
    value = clamped(&port, value);
    if (isnan(value) || value == sound->values[index])
        return;
    take(sound, index, value);
    sound->host.write(sound->host.data, index, value);
}

void tare_sound_set(TareSound* sound, TarePortRole role, uint32_t which, float value)
{
    const uint32_t index = tare_port_index(sound->n_channels, role, which);
    if (index < tare_ports_count(sound->n_channels))
        set(sound, index, value);
}

TarePort tare_sound_port(TarePortRole role, uint32_t which)
{
    /* a mono equaliser lacks a port only for the sides, whose values mean the same in both */
    return tare_port(TARE_MAX_CHANNELS, tare_port_index(TARE_MAX_CHANNELS, role, which));
}

void tare_sound_hold(TareSound* sound, TarePortRole role, uint32_t which)
{
    const uint32_t index = tare_port_index(sound->n_channels, role, which);
    if (sound->n_held == MAX_HELD || index >= tare_ports_count(sound->n_channels))
        return;
    sound->held[sound->n_held++] = index;
    if (sound->host.touch)
        sound->host.touch(sound->host.data, index, true);
}

void tare_sound_release(TareSound* sound)
{
    while (sound->n_held > 0) {
        const uint32_t index = sound->held[--sound->n_held];
        if (sound->host.touch)
            sound->host.touch(sound->host.data, index, false);
    }
}

const TareControls* tare_sound_controls(const TareSound* sound)
{
    return &sound->controls;
}

static void apply(TareSound* sound, const TareControls* controls, bool (*is_wanted)(TarePortRole))
{
    for (uint32_t i = 0; i < tare_ports_count(sound->n_channels); ++i) {
        const TarePort port = tare_port(sound->n_channels, i);
        if (is_wanted(port.role))
            set(sound, i, tare_settings_port_value(controls, &port));
    }
}

static bool is_heard(TarePortRole role)
{
    return !tare_port_is_audio(role) && !tare_port_is_output(role) && role != TARE_PORT_ENABLED &&
           role != TARE_PORT_COMPARE;
}

void tare_sound_apply(TareSound* sound, const TareControls* controls)
{
    apply(sound, controls, tare_port_is_correction);
}

void tare_sound_apply_all(TareSound* sound, const TareControls* controls)
{
    apply(sound, controls, is_heard);
}
