#include "instance.h"

#include "settings.h"
#include "tare/eq.h"

#include <stdlib.h>
#include <string.h>

/* Most hosts keep the values of all controls in one array. */
enum { max_rows = 4 };

/** Controls whose values lie one behind the other. */
typedef struct {
    uint32_t first_port, n_ports;
} Row;

struct TareInstance {
    TareEq* eq;
    uint32_t n_channels;
    uint32_t n_ports;
    uint32_t preamp_used_port, headroom_port, clip_port;
    TareControls controls;
    void* ports[TARE_MAX_PORTS]; ///< a control without a connection: its place in `seen`
    Row rows[max_rows];
    uint32_t n_rows;               ///< more than max_rows: the values lie about
    bool are_rows_stale;           ///< a control has been connected
    float seen[TARE_MAX_PORTS];    ///< the value of each control at the last block
    bool is_input[TARE_MAX_PORTS]; ///< a control that the host sets
    bool is_fresh[TARE_MAX_PORTS]; ///< a port connected since the last activation
};

TareInstance* tare_instance_new(double sample_rate_hz, uint32_t n_channels)
{
    TareInstance* instance = calloc(1, sizeof *instance);
    if (!instance)
        return NULL;
    instance->eq = tare_eq_new(sample_rate_hz, n_channels);
    if (!instance->eq) {
        free(instance);
        return NULL;
    }
    const TareBandSet nothing = {.n_bands = 0};
    instance->controls = tare_settings_from_set(&nothing);
    instance->n_channels = n_channels;
    instance->n_ports = tare_ports_count(n_channels);
    instance->preamp_used_port = tare_port_index(n_channels, TARE_PORT_PREAMP_USED, 0);
    instance->headroom_port = tare_port_index(n_channels, TARE_PORT_HEADROOM, 0);
    instance->clip_port = tare_port_index(n_channels, TARE_PORT_CLIP, 0);
    for (uint32_t i = 0; i < instance->n_ports; ++i) {
        const TarePort port = tare_port(n_channels, i);
        instance->is_input[i] = !tare_port_is_audio(port.role) && !tare_port_is_output(port.role);
        instance->seen[i] = port.def;
        tare_instance_connect(instance, i, NULL);
    }
    tare_eq_set_controls(instance->eq, &instance->controls);
    return instance;
}

void tare_instance_free(TareInstance* instance)
{
    if (!instance)
        return;
    tare_eq_free(instance->eq);
    free(instance);
}

void tare_instance_connect(TareInstance* instance, uint32_t index, void* data)
{
    if (index >= instance->n_ports)
        return;
    const bool is_control = index >= 2 * instance->n_channels;
    instance->ports[index] = is_control && !data ? &instance->seen[index] : data;
    instance->are_rows_stale = instance->are_rows_stale || is_control;
    instance->is_fresh[index] = true;
}

/** The bits of a value, so that one that is not a number is no change for ever. */
static uint32_t bits_of(const float* value)
{
    uint32_t bits;
    memcpy(&bits, value, sizeof bits);
    return bits;
}

static void find_rows(TareInstance* instance)
{
    const float* next = NULL;
    instance->n_rows = 0;
    for (uint32_t i = 0; i < instance->n_ports; ++i) {
        if (!instance->is_input[i]) {
            next = NULL;
            continue;
        }
        const float* value = instance->ports[i];
        const bool is_new_row = value != next;
        next = value + 1;
        if (is_new_row && ++instance->n_rows <= max_rows)
            instance->rows[instance->n_rows - 1] = (Row){i, 0};
        if (instance->n_rows <= max_rows)
            ++instance->rows[instance->n_rows - 1].n_ports;
    }
    instance->are_rows_stale = false;
}

/** Whether some control is not what it was. This runs in every block, so it does not stop to ask
    which. */
static bool has_news(TareInstance* instance)
{
    if (instance->are_rows_stale)
        find_rows(instance);
    if (instance->n_rows <= max_rows) {
        bool is_news = false;
        for (uint32_t r = 0; r < instance->n_rows; ++r) {
            const Row row = instance->rows[r];
            is_news |= memcmp(instance->ports[row.first_port], &instance->seen[row.first_port],
                              row.n_ports * sizeof(float)) != 0;
        }
        return is_news;
    }
    uint32_t difference = 0;
    for (uint32_t i = 0; i < instance->n_ports; ++i)
        if (instance->is_input[i])
            difference |= bits_of(instance->ports[i]) ^ bits_of(&instance->seen[i]);
    return difference != 0;
}

static void read_control(TareInstance* instance, uint32_t index)
{
    const float* value = instance->ports[index];
    if (!instance->is_input[index] || bits_of(value) == bits_of(&instance->seen[index]))
        return;
    const TarePort port = tare_port(instance->n_channels, index);
    tare_settings_set_port(&instance->controls, &port, *value);
    instance->seen[index] = *value;
}

static void read_controls(TareInstance* instance)
{
    for (uint32_t i = 0; i < instance->n_ports; ++i)
        read_control(instance, i);
    tare_eq_set_controls(instance->eq, &instance->controls);
}

/* Hosts owe valid memory to run() only: what was connected before the plugin was last active may be
   gone when it is activated again, and is looked at no sooner than run(). */
void tare_instance_activate(TareInstance* instance)
{
    tare_eq_reset(instance->eq);
    for (uint32_t i = 0; i < instance->n_ports; ++i) {
        if (instance->is_fresh[i])
            read_control(instance, i);
        instance->is_fresh[i] = false;
    }
    tare_eq_set_controls(instance->eq, &instance->controls);
    tare_eq_prepare(instance->eq);
}

static void tell(TareInstance* instance, uint32_t port, double value)
{
    *(float*)instance->ports[port] = (float)value;
}

void tare_instance_run(TareInstance* instance, uint32_t n_frames)
{
    const uint32_t n_channels = instance->n_channels;
    const float* in[TARE_MAX_CHANNELS];
    float* out[TARE_MAX_CHANNELS];
    for (uint32_t c = 0; c < n_channels; ++c) {
        in[c] = instance->ports[c];
        out[c] = instance->ports[n_channels + c];
        if (!in[c] || !out[c])
            return;
    }
    if (has_news(instance))
        read_controls(instance);
    tare_eq_process(instance->eq, in, out, n_frames);
    tell(instance, instance->preamp_used_port, tare_eq_preamp_db(instance->eq));
    tell(instance, instance->headroom_port, tare_eq_headroom_db(instance->eq));
    tell(instance, instance->clip_port, tare_eq_clip(instance->eq));
}
