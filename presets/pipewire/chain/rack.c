#include "pipewire/chain/rack.h"

#include "settings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char* const node_controls[TARE_RACK_N_NODE_CONTROLS] = {"Freq", "Q", "Gain"};

_Static_assert(TARE_MAX_CHANNELS* TARE_RACK_N_NODES* TARE_RACK_N_NODE_CONTROLS <=
                   TARE_RACK_MAX_CONTROLS,
               "room for the builtin rack");
_Static_assert((int)TARE_MAX_PORTS <= (int)TARE_RACK_MAX_CONTROLS, "room for the plugin");

/** The slots of the builtin rack: enough of each type for every published preset, so that all of
    them are the same rack. A band without effect is a peak or shelf of 0 dB. */
static const struct {
    TareBandType type;
    const char* name;
    unsigned n;
    float off_freq_hz;
} slots[] = {
    {TARE_BAND_HIGH_SHELF, "preamp", 1, 0.0f},
    {TARE_BAND_PEAK, "peak", TARE_MAX_BANDS, 1000.0f},
    {TARE_BAND_LOW_SHELF, "low", 4, 100.0f},
    {TARE_BAND_HIGH_SHELF, "high", 4, 10000.0f},
};
enum { N_SLOTS = sizeof slots / sizeof slots[0] };

const char* tare_rack_label(TareBandType type)
{
    static const char* const labels[TARE_N_BAND_TYPES] = {
        "bq_peaking",  "bq_lowshelf", "bq_highshelf", "bq_lowpass",
        "bq_highpass", "bq_notch",    "bq_bandpass",  "bq_allpass"};
    return labels[type];
}

/** The slot in which a node is, which is then counted within it. */
static unsigned slot_of(unsigned* node)
{
    unsigned slot = 0;
    while (slot < N_SLOTS - 1 && *node >= slots[slot].n)
        *node -= slots[slot++].n;
    return slot;
}

TareBandType tare_rack_node_type(unsigned i)
{
    return slots[slot_of(&i)].type;
}

TareRackNode tare_rack_node(uint32_t channel, unsigned i)
{
    TareRackNode node = {.label = NULL};
    const unsigned slot = slot_of(&i);
    node.label = tare_rack_label(slots[slot].type);
    if (slots[slot].n > 1)
        snprintf(node.name, sizeof node.name, "%c_%s_%u", channel == 0 ? 'l' : 'r',
                 slots[slot].name, i + 1);
    else
        snprintf(node.name, sizeof node.name, "%c_%s", channel == 0 ? 'l' : 'r', slots[slot].name);
    return node;
}

static void add(TareRack* rack, const char* node, const char* control, double value)
{
    TareRackControl* const added = &rack->controls[rack->n++];
    snprintf(added->name, sizeof added->name, "%s:%s", node, control);
    added->value = (float)value;
}

static void add_node(TareRack* rack, uint32_t channel, unsigned i, const double values[])
{
    const TareRackNode node = tare_rack_node(channel, i);
    for (unsigned k = 0; k < TARE_RACK_N_NODE_CONTROLS; ++k)
        add(rack, node.name, node_controls[k], values[k]);
}

/** Takes the next band of a type out of those that are left; false when there is none. */
static bool take(TareBand* bands, unsigned* n, TareBandType type, TareBand* band)
{
    for (unsigned i = 0; i < *n; ++i) {
        if (bands[i].type != type)
            continue;
        *band = bands[i];
        --*n;
        memmove(&bands[i], &bands[i + 1], (*n - i) * sizeof *bands);
        return true;
    }
    return false;
}

/** One channel's nodes, in their order. False when a band finds no slot. */
static bool add_channel(TareRack* rack, uint32_t channel)
{
    TareBand bands[TARE_MAX_BANDS + 1];
    unsigned n = rack->cookbook.n_bands[channel];
    const double preamp_db = fmin(rack->cookbook.preamp_db, TARE_COOKBOOK_MAX_GAIN_DB);
    memcpy(bands, rack->cookbook.bands[channel], sizeof rack->cookbook.bands[channel]);
    if (rack->cookbook.preamp_db > preamp_db) /* the rest, in a shelf that begins at 0 Hz as well */
        bands[n++] = (TareBand){.type = TARE_BAND_HIGH_SHELF,
                                .gain_db = rack->cookbook.preamp_db - preamp_db,
                                .q = 1.0};
    add_node(rack, channel, 0, (const double[]){0.0, 1.0, preamp_db});
    unsigned i = 1;
    for (unsigned slot = 1; slot < N_SLOTS; ++slot)
        for (unsigned k = 0; k < slots[slot].n; ++k) {
            TareBand band = {.freq_hz = slots[slot].off_freq_hz, .q = 1.0};
            take(bands, &n, slots[slot].type, &band);
            add_node(rack, channel, i++, (const double[]){band.freq_hz, band.q, band.gain_db});
        }
    return n == 0;
}

/** Whether a port is one of the rack of a plugin: these stand in it in their order. */
static bool is_in_rack(const TarePort* port)
{
    return !tare_port_is_audio(port->role) && !tare_port_is_output(port->role);
}

TareControls tare_rack_controls(const TareRack* rack)
{
    TareControls controls = tare_rack_flat();
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    unsigned n = 0;
    for (uint32_t i = 0; i < n_ports && tare_chain_kind_is_plugin(rack->kind); ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        if (is_in_rack(&port))
            tare_settings_set_port(&controls, &port, rack->controls[n++].value);
    }
    return controls;
}

static void add_ports(TareRack* rack, const TareControls* controls)
{
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        if (!is_in_rack(&port))
            continue;
        const TarePortText text = tare_port_text(TARE_MAX_CHANNELS, i);
        add(rack, "eq", rack->kind == TARE_CHAIN_LV2 ? text.symbol : text.name,
            (double)tare_settings_port_value(controls, &port));
    }
}

TareRackResult tare_rack_make(TareRack* rack, TareChainKind kind, const TareControls* controls,
                              double rate_hz)
{
    *rack = (TareRack){.kind = kind};
    if (tare_chain_kind_is_plugin(kind)) {
        add_ports(rack, controls);
        return TARE_RACK_DONE;
    }
    if (tare_cookbook_has_tone(controls))
        return TARE_RACK_TONE;
    if (!tare_cookbook_make(&rack->cookbook, controls, rate_hz))
        return TARE_RACK_NO_MEMORY;
    bool has_room = tare_cookbook_is_usable(&rack->cookbook);
    for (uint32_t channel = 0; kind == TARE_CHAIN_BUILTIN && channel < TARE_MAX_CHANNELS; ++channel)
        has_room = add_channel(rack, channel) && has_room;
    return has_room ? TARE_RACK_DONE : TARE_RACK_TYPE;
}

TareControls tare_rack_playable(TareChainKind kind, const TareControls* controls)
{
    TareControls playable = *controls;
    if (!tare_chain_kind_is_plugin(kind))
        tare_cookbook_drop_tone(&playable);
    return playable;
}

bool tare_rack_is_control(const char* name)
{
    const char* const control = strchr(name, ':');
    if (!control || strlen(name) >= sizeof((TareRackControl*)NULL)->name)
        return false;
    if (strncmp(name, "eq:", 3) == 0)
        return true;
    for (unsigned i = 0; i < TARE_RACK_N_NODE_CONTROLS; ++i)
        if (strcmp(control + 1, node_controls[i]) == 0)
            return true;
    return false;
}

TareControls tare_rack_flat(void)
{
    const TareBandSet nothing = {.n_bands = 0};
    return tare_settings_from_set(&nothing);
}
