#include "formats/pipewire_node.h"

#include "formats/gathered.h"
#include "formats/second_order.h"
#include "formats/tree.h"
#include "pipewire/chain/rack.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

uint32_t tare_pipewire_node_channel(const char* port)
{
    const size_t n = strlen(port);
    const char last = n ? port[n - 1] : '\0';
    return last == '2' || (n >= 5 && strcmp(port + n - 5, "right") == 0) ||
           (n >= 2 && strcmp(port + n - 2, "_r") == 0);
}

static void leave_out(const TareGathered* gathered, const TareTree* node, const char* what,
                      const char* why)
{
    tare_report(gathered->reporter, TARE_WARNING, gathered->file, node->line, 0,
                "%s is not used: %s", what, why);
}

static double number_or(const TareTree* map, const char* key, double otherwise)
{
    double value = otherwise;
    (void)tare_tree_number(tare_tree_get(map, key), &value);
    return value;
}

/** Whether a key is there and is no number. */
static bool is_no_number(const TareTree* map, const char* key)
{
    double value = 0.0;
    const TareTree* const part = tare_tree_get(map, key);
    return part && !tare_tree_number(part, &value);
}

/** The type of a label like "bq_peaking"; TARE_N_BAND_TYPES for others. */
static TareBandType type_of(const char* label)
{
    TareBandType type = TARE_BAND_PEAK;
    while (type < TARE_N_BAND_TYPES && strcmp(tare_rack_label(type), label) != 0)
        ++type;
    return type;
}

/** The keys of a filter's values. */
typedef struct {
    const char *freq, *gain, *q;
} Keys;

/** Takes a builtin filter. At 0 Hz it is a level or nothing; a Q of 0 of what has a slope is that
    without resonance, as in PipeWire. */
static void take_builtin(TareGathered* gathered, const TareTree* node, const TareTree* values,
                         TareBandType type, const Keys* keys, TareChannel channel)
{
    TareBand band = {type, number_or(values, keys->freq, 0.0), number_or(values, keys->gain, 0.0),
                     number_or(values, keys->q, 0.0), channel};
    const bool is_slope = type != TARE_BAND_PEAK && type != TARE_BAND_NOTCH &&
                          type != TARE_BAND_BAND_PASS && type != TARE_BAND_ALL_PASS;
    if (is_no_number(values, keys->freq) || is_no_number(values, keys->gain) ||
        is_no_number(values, keys->q)) {
        leave_out(gathered, node, "filter",
                  "a value is no number; expected numbers without quotes");
        return;
    }
    if (band.q <= 0.0 && is_slope)
        band.q = M_SQRT1_2;
    if (band.freq_hz > 0.0 && band.q > 0.0)
        tare_gathered_band(gathered, node->line, &band);
    else if (band.freq_hz <= 0.0 && type == TARE_BAND_HIGH_SHELF)
        tare_gathered_preamp(gathered, channel, band.gain_db);
    else if (band.gain_db != 0.0 || !tare_band_type_has_gain(type))
        leave_out(gathered, node, "filter",
                  "it has no frequency or width; expected Freq and Q above 0");
}

static void take_raw(TareGathered* gathered, const TareTree* node, TareChannel channel)
{
    static const char* const names[] = {"b0", "b1", "b2", "a0", "a1", "a2"};
    const TareTree* const list = tare_tree_get(tare_tree_get(node, "config"), "coefficients");
    for (const TareTree* part = list ? list->first : NULL; part; part = part->next) {
        double x[6];
        bool is_whole = number_or(part, "rate", 0.0) == 48000.0;
        for (int i = 0; i < 6 && is_whole; ++i)
            is_whole = tare_tree_number(tare_tree_get(part, names[i]), &x[i]);
        if (!is_whole)
            continue;
        const TareSecondOrder filter = tare_second_order_of_coefficients(x, x + 3);
        (void)tare_gathered_filter(gathered, part->line, channel, &filter);
        return;
    }
    leave_out(gathered, node, "filter",
              "its coefficients for 48000 Hz are missing; expected b0 to a2 with that rate");
}

static void take_param_eq(TareGathered* gathered, const TareTree* node, uint32_t side,
                          TareChannel channel)
{
    static const Keys keys = {"freq", "gain", "q"};
    const TareTree* const config = tare_tree_get(node, "config");
    char own[16];
    snprintf(own, sizeof own, "filters%u", (unsigned)side + 1);
    const TareTree* list = tare_tree_get(config, own);
    if (!list)
        list = tare_tree_get(config, "filters");
    if (!list)
        leave_out(gathered, node, "equaliser",
                  "its filters are not in this file; expected the file that it names");
    for (const TareTree* part = list ? list->first : NULL; part; part = part->next) {
        const TareBandType type = type_of(tare_tree_text(part, "type"));
        if (type == TARE_N_BAND_TYPES)
            leave_out(gathered, part, "filter",
                      "its type is not known; expected one like bq_peaking");
        else
            take_builtin(gathered, part, part, type, &keys, channel);
    }
}

/** A factor for the level. */
static void take_factor(TareGathered* gathered, const TareTree* node, const char* key,
                        TareChannel channel)
{
    const TareTree* const control = tare_tree_get(node, "control");
    const double factor = fabs(number_or(control, key, 1.0));
    if (!(factor > 0.0) || number_or(control, "Add", 0.0) != 0.0)
        leave_out(gathered, node, "node",
                  "it does not just set a level; expected a factor above 0");
    else if (factor != 1.0)
        tare_gathered_preamp(gathered, channel, 20.0 * log10(factor));
}

static void take_builtin_node(TareGathered* gathered, const TareTree* node, uint32_t side,
                              TareChannel channel)
{
    static const Keys keys = {"Freq", "Gain", "Q"};
    char gain[16];
    const char* const label = tare_tree_text(node, "label");
    const TareBandType type = type_of(label);
    snprintf(gain, sizeof gain, "Gain %u", (unsigned)side + 1);
    if (type != TARE_N_BAND_TYPES)
        take_builtin(gathered, node, tare_tree_get(node, "control"), type, &keys, channel);
    else if (strcmp(label, "bq_raw") == 0)
        take_raw(gathered, node, channel);
    else if (strcmp(label, "param_eq") == 0)
        take_param_eq(gathered, node, side, channel);
    else if (strcmp(label, "linear") == 0)
        take_factor(gathered, node, "Mult", channel);
    else if (strcmp(label, "mixer") == 0)
        take_factor(gathered, node, gain, channel);
    else if (strcmp(label, "copy") != 0)
        leave_out(gathered, node, *label ? label : "node",
                  "a correction has no such thing; expected filters like bq_peaking or param_eq");
}

/** The port that a control of our plugin is, by symbol or name; false when there is none. */
static bool find_port(const char* name, bool is_symbol, TarePort* port)
{
    for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
        const TarePortText text = tare_port_text(TARE_MAX_CHANNELS, i);
        *port = tare_port(TARE_MAX_CHANNELS, i);
        if (strcmp(is_symbol ? text.symbol : text.name, name) == 0 &&
            !tare_port_is_audio(port->role) && !tare_port_is_output(port->role))
            return true;
    }
    return false;
}

static bool is_listeners(TarePortRole role)
{
    return role == TARE_PORT_STRENGTH || role == TARE_PORT_BASS || role == TARE_PORT_TREBLE ||
           role == TARE_PORT_TILT || role == TARE_PORT_COMPARE;
}

static void take_control(const TareGathered* gathered, TareControls* controls,
                         const TareTree* control, bool is_symbol)
{
    double value = 0.0;
    TarePort port;
    if (!find_port(control->key, is_symbol, &port) || !tare_tree_number(control, &value))
        leave_out(gathered, control, control->key,
                  "the plugin has no such control or it is no number; expected one of its own");
    else if (is_listeners(port.role) && (float)value != port.def)
        leave_out(gathered, control, control->key,
                  "it is the listener's, not the headphone's; expected bands and a preamp");
    else
        tare_settings_set_port(controls, &port, (float)value);
}

/** Takes the bands of our own plugin; its rate when nothing came before it. */
static void take_plugin(TareGathered* gathered, const TareTree* node, uint32_t side,
                        TareChannel channel, bool is_symbol)
{
    TareControls controls = tare_rack_flat();
    const TareTree* const values = tare_tree_get(node, "control");
    for (const TareTree* control = values ? values->first : NULL; control; control = control->next)
        take_control(gathered, &controls, control, is_symbol);
    if (!controls.enabled) {
        leave_out(gathered, node, "plugin", "it is not enabled; expected 'enabled' to be 1");
        return;
    }
    if (gathered->n_bands == 0 && gathered->rate_hz < 0.0)
        gathered->rate_hz = controls.set.reference_rate_hz;
    if (controls.is_preamp_manual)
        tare_gathered_preamp(gathered, channel, controls.set.preamp_db);
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) {
        TareBand band = controls.set.bands[i];
        if (!tare_band_is_active(&band) || !tare_band_is_in_channel(&band, side))
            continue;
        band.channel = channel;
        tare_gathered_band(gathered, node->line, &band);
    }
}

void tare_pipewire_node(TareGathered* gathered, const TareTree* node, uint32_t side,
                        TareChannel channel)
{
    const char* const type = tare_tree_text(node, "type");
    const char* const label = tare_tree_text(node, "label");
    if (strcmp(type, "builtin") == 0)
        take_builtin_node(gathered, node, side, channel);
    else if (strcmp(type, "lv2") == 0 &&
             strncmp(tare_tree_text(node, "plugin"), "urn:tare:eq", 11) == 0)
        take_plugin(gathered, node, side, channel, true);
    else if (strcmp(type, "ladspa") == 0 && strncmp(label, "tare_eq", 7) == 0)
        take_plugin(gathered, node, side, channel, false);
    else
        leave_out(gathered, node, "node",
                  "its sound is not known here; expected builtin filters, or Tare's plugin");
}
