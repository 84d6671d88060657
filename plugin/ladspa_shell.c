/* The LADSPA face of the plugin; its descriptors are filled from the port table when the library is
   loaded. */

#include "instance.h"
#include "ports.h"

#include <ladspa.h>
#include <math.h>
#include <stddef.h>

enum { n_plugins = TARE_MAX_CHANNELS };

/* Nobody hands out numbers any more; these are far from those that were. */
static const unsigned long first_unique_id = 0x7A7E01;

static struct {
    LADSPA_Descriptor descriptor;
    LADSPA_PortDescriptor port_descriptors[TARE_MAX_PORTS];
    LADSPA_PortRangeHint hints[TARE_MAX_PORTS];
    TarePortText texts[TARE_MAX_PORTS];
    const char* names[TARE_MAX_PORTS];
} plugins[n_plugins];

static LADSPA_Handle instantiate(const LADSPA_Descriptor* descriptor, unsigned long sample_rate_hz)
{
    return tare_instance_new((double)sample_rate_hz, descriptor == &plugins[0].descriptor ? 2 : 1);
}

static void connect_port(LADSPA_Handle instance, unsigned long index, LADSPA_Data* data)
{
    if (index < TARE_MAX_PORTS)
        tare_instance_connect(instance, (uint32_t)index, data);
}

static void activate(LADSPA_Handle instance)
{
    tare_instance_activate(instance);
}

static void run(LADSPA_Handle instance, unsigned long n_frames)
{
    tare_instance_run(instance, (uint32_t)n_frames);
}

static void cleanup(LADSPA_Handle instance)
{
    tare_instance_free(instance);
}

/** The value that LADSPA means by a default hint between the bounds. */
static double between(const TarePort* port, double part)
{
    if (port->scale == TARE_SCALE_LOGARITHMIC)
        return exp((1.0 - part) * log(port->min) + part * log(port->max));
    return (1.0 - part) * port->min + part * port->max;
}

/** LADSPA can name only a few values: the one nearest to the port's default. */
static LADSPA_PortRangeHintDescriptor default_hint(const TarePort* port)
{
    const struct {
        LADSPA_PortRangeHintDescriptor hint;
        double value;
    } choices[] = {
        {LADSPA_HINT_DEFAULT_0, 0.0},
        {LADSPA_HINT_DEFAULT_1, 1.0},
        {LADSPA_HINT_DEFAULT_100, 100.0},
        {LADSPA_HINT_DEFAULT_440, 440.0},
        {LADSPA_HINT_DEFAULT_MINIMUM, port->min},
        {LADSPA_HINT_DEFAULT_LOW, between(port, 0.25)},
        {LADSPA_HINT_DEFAULT_MIDDLE, between(port, 0.5)},
        {LADSPA_HINT_DEFAULT_HIGH, between(port, 0.75)},
        {LADSPA_HINT_DEFAULT_MAXIMUM, port->max},
    };
    size_t best = 0;
    double best_distance = INFINITY;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; ++i) {
        const double distance = fabs(choices[i].value - port->def);
        if (choices[i].value >= port->min && choices[i].value <= port->max &&
            distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    return choices[best].hint;
}

static LADSPA_PortRangeHint range_hint(const TarePort* port)
{
    LADSPA_PortRangeHint hint = {0, 0.0f, 0.0f};
    if (tare_port_is_audio(port->role))
        return hint;
    hint.HintDescriptor = default_hint(port);
    if (port->scale == TARE_SCALE_TOGGLE) {
        hint.HintDescriptor |= LADSPA_HINT_TOGGLED;
        return hint;
    }
    hint.HintDescriptor |= LADSPA_HINT_BOUNDED_BELOW | LADSPA_HINT_BOUNDED_ABOVE;
    if (port->scale == TARE_SCALE_LOGARITHMIC)
        hint.HintDescriptor |= LADSPA_HINT_LOGARITHMIC;
    if (port->scale == TARE_SCALE_CHOICE)
        hint.HintDescriptor |= LADSPA_HINT_INTEGER;
    hint.LowerBound = port->min;
    hint.UpperBound = port->max;
    return hint;
}

static void fill_descriptor(unsigned plugin, uint32_t n_channels, const char* label,
                            const char* name)
{
    const uint32_t n_ports = tare_ports_count(n_channels);
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(n_channels, i);
        plugins[plugin].texts[i] = tare_port_text(n_channels, i);
        plugins[plugin].names[i] = plugins[plugin].texts[i].name;
        plugins[plugin].hints[i] = range_hint(&port);
        plugins[plugin].port_descriptors[i] =
            (tare_port_is_output(port.role) ? LADSPA_PORT_OUTPUT : LADSPA_PORT_INPUT) |
            (tare_port_is_audio(port.role) ? LADSPA_PORT_AUDIO : LADSPA_PORT_CONTROL);
    }
    plugins[plugin].descriptor = (LADSPA_Descriptor){
        .UniqueID = first_unique_id + plugin,
        .Label = label,
        .Properties = LADSPA_PROPERTY_HARD_RT_CAPABLE,
        .Name = name,
        .Maker = "The Tare authors",
        .Copyright = "ISC",
        .PortCount = n_ports,
        .PortDescriptors = plugins[plugin].port_descriptors,
        .PortNames = plugins[plugin].names,
        .PortRangeHints = plugins[plugin].hints,
        .instantiate = instantiate,
        .connect_port = connect_port,
        .activate = activate,
        .run = run,
        .cleanup = cleanup,
    };
}

__attribute__((constructor)) static void fill_descriptors(void)
{
    fill_descriptor(0, 2, "tare_eq", "Tare headphone equaliser");
    fill_descriptor(1, 1, "tare_eq_mono", "Tare headphone equaliser (mono)");
}

__attribute__((visibility("default"))) const LADSPA_Descriptor*
ladspa_descriptor(unsigned long index)
{
    return index < n_plugins ? &plugins[index].descriptor : NULL;
}
