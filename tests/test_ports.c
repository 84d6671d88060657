/* The port table against everything that follows from it: the built Turtle as lilv reads it, the
   LADSPA descriptors, the clamps. */

#include "check.h"
#include "ladspa.h"
#include "lv2_host.h"
#include "settings.h"

#include <dlfcn.h>
#include <lv2/units/units.h>
#include <stdlib.h>

static const char* plugin_uri(uint32_t n_channels)
{
    return n_channels == 1 ? "urn:tare:eq-mono" : "urn:tare:eq";
}

static void build_path(char* path, size_t size, const char* name)
{
    const char* build = getenv("TARE_BUILD_DIR");
    snprintf(path, size, "%s/%s", build ? build : "build", name);
}

static void test_symbols_are_unique_and_well_formed(void)
{
    for (uint32_t n = 1; n <= 2; ++n)
        for (uint32_t i = 0; i < tare_n_ports(n); ++i) {
            const TarePortText text = tare_port_text(n, i);
            CHECK(strspn(text.symbol, "abcdefghijklmnopqrstuvwxyz_0123456789") ==
                  strlen(text.symbol));
            CHECK(tare_port_find(n, text.symbol) == i); /* the first of that name */
            CHECK(strlen(text.short_name) <= 16 && *text.short_name);
            CHECK(*text.name && text.name[strlen(text.name) - 1] != ')');
            CHECK(*text.comment && text.comment[strlen(text.comment) - 1] == '.');
            const TarePort port = tare_port(n, i);
            CHECK(tare_port_index(n, port.role, port.which) == i);
        }
    CHECK(tare_n_ports(2) == TARE_MAX_PORTS);
}

/** Indices and symbols are held by sessions and command lines: these may never change. */
static void test_places_that_are_for_ever(void)
{
    static const struct {
        uint32_t index;
        const char* symbol;
    } stereo[] = {{0, "in_l"},           {1, "in_r"},
                  {2, "out_l"},          {3, "out_r"},
                  {4, "enabled"},        {5, "preamp"},
                  {6, "strength"},       {7, "bass"},
                  {8, "treble"},         {9, "tilt"},
                  {10, "type_1"},        {11, "freq_1"},
                  {12, "gain_1"},        {13, "q_1"},
                  {14, "channel_1"},     {105, "type_20"},
                  {109, "channel_20"},   {110, "manual_preamp"},
                  {111, "plain_bypass"}, {112, "reference_rate"},
                  {113, "clip"},         {114, "headroom"}};
    for (size_t i = 0; i < sizeof stereo / sizeof *stereo; ++i)
        CHECK_STR(tare_port_text(2, stereo[i].index).symbol, stereo[i].symbol);
    CHECK_STR(tare_port_text(1, 0).symbol, "in");
    CHECK_STR(tare_port_text(1, 1).symbol, "out");
    CHECK_STR(tare_port_text(1, 8).symbol, "type_1");
    CHECK_STR(tare_port_text(1, 87).symbol, "q_20");
    CHECK_STR(tare_port_text(1, 92).symbol, "headroom");
    CHECK(tare_port_find(1, "channel_1") == tare_n_ports(1));
}

static void test_ranges_are_those_of_the_design(void)
{
    const TarePort freq = tare_port(2, tare_port_find(2, "freq_7"));
    CHECK(freq.min == 8 && freq.max == 22000 && freq.unit == TARE_UNIT_HZ);
    const TarePort gain = tare_port(2, tare_port_find(2, "gain_20"));
    CHECK(gain.min == -30 && gain.max == 30 && gain.def == 0 && gain.unit == TARE_UNIT_DB);
    const TarePort q = tare_port(2, tare_port_find(2, "q_1"));
    CHECK(q.min == 0.1f && q.max == 20);
    const TarePort type = tare_port(2, tare_port_find(2, "type_1"));
    CHECK(type.min == 0 && type.max == 7 && type.n_choices == 8);
    CHECK_STR(type.choices[0], "Peak");
    CHECK_STR(type.choices[1], "Low shelf");
    CHECK_STR(type.choices[7], "All pass");
    const TarePort rate = tare_port(2, tare_port_find(2, "reference_rate"));
    CHECK(rate.min == 0 && rate.max == 2 && rate.def == 0 && rate.n_choices == 3);
    const TarePort clip = tare_port(2, tare_port_find(2, "clip"));
    CHECK(tare_port_is_output(clip.role) && clip.max == 2 && clip.n_choices == 3);
    const TarePort enabled = tare_port(2, tare_port_find(2, "enabled"));
    CHECK(enabled.min == 0 && enabled.max == 1 && enabled.def == 1);
    for (uint32_t i = 4; i < tare_n_ports(2); ++i) {
        const TarePort port = tare_port(2, i);
        CHECK(port.min < port.max && port.def >= port.min && port.def <= port.max);
    }
}

static TareControls default_controls(void)
{
    const TareBandSet nothing = {.n_bands = 0};
    return tare_settings_from_set(&nothing);
}

/** A value beyond a port's range is the range's end, for the settings and for the core alike. */
static void test_clamps_are_the_ranges(void)
{
    for (uint32_t n = 1; n <= 2; ++n)
        for (uint32_t i = 2 * n; i < tare_n_ports(n); ++i) {
            const TarePort port = tare_port(n, i);
            if (tare_port_is_output(port.role))
                continue;
            const float beyond[] = {port.max * 2 + 1, port.min - 1000, INFINITY, -INFINITY};
            const float wanted[] = {port.max, port.min, port.max, port.min};
            for (int k = 0; k < 4; ++k) {
                TareControls controls = default_controls();
                const TareControls last = controls;
                tare_settings_set_port(&controls, &port, beyond[k]);
                CHECK(tare_settings_port_value(&controls, &port) == wanted[k]);
                tare_controls_clamp(&controls, &last);
                CHECK(tare_settings_port_value(&controls, &port) == wanted[k]);
            }
            TareControls controls = default_controls();
            const float before = tare_settings_port_value(&controls, &port);
            CHECK(before == port.def);
            tare_settings_set_port(&controls, &port, NAN);
            CHECK(tare_settings_port_value(&controls, &port) == before);
        }
}

/** The core's own clamps, reached without the settings' ones. */
static void test_the_core_clamps_at_the_same_limits(void)
{
    for (int sign = -1; sign <= 1; sign += 2) {
        const double huge = sign * 1e9;
        const TareControls last = default_controls();
        TareControls controls = last;
        controls.set.preamp_db = controls.strength = huge;
        controls.bass_db = controls.treble_db = controls.tilt_db_per_octave = huge;
        for (uint32_t b = 0; b < TARE_MAX_BANDS; ++b) {
            controls.set.bands[b].freq_hz = huge;
            controls.set.bands[b].gain_db = controls.set.bands[b].q = huge;
        }
        tare_controls_clamp(&controls, &last);
        for (uint32_t i = 5; i < tare_n_ports(2); ++i) {
            const TarePort port = tare_port(2, i);
            if (port.scale != TARE_SCALE_CHOICE && port.scale != TARE_SCALE_TOGGLE &&
                !tare_port_is_output(port.role))
                CHECK(tare_settings_port_value(&controls, &port) ==
                      (sign > 0 ? port.max : port.min));
        }
    }
}

/** Each port sets what its name says and nothing else. */
static void test_every_port_sets_one_thing(void)
{
    for (uint32_t i = 4; i < tare_n_ports(2); ++i) {
        const TarePort port = tare_port(2, i);
        if (tare_port_is_output(port.role))
            continue;
        const float value = port.scale == TARE_SCALE_TOGGLE ? 1 - port.def : port.min + 1;
        TareControls controls = default_controls();
        tare_settings_set_port(&controls, &port, value);
        for (uint32_t k = 4; k < tare_n_ports(2); ++k) {
            const TarePort other = tare_port(2, k);
            if (!tare_port_is_output(other.role))
                CHECK(tare_settings_port_value(&controls, &other) == (k == i ? value : other.def));
        }
    }
}

static const char* unit_uri(TareUnit unit)
{
    switch (unit) {
    case TARE_UNIT_DB:
        return LV2_UNITS__db;
    case TARE_UNIT_HZ:
        return LV2_UNITS__hz;
    case TARE_UNIT_PERCENT:
        return LV2_UNITS__pc;
    case TARE_UNIT_COEF:
        return LV2_UNITS__coef;
    case TARE_UNIT_DB_PER_OCTAVE:
        return "urn:tare:db-per-octave";
    case TARE_UNIT_NONE:
        break;
    }
    return NULL;
}

static bool has_property(Lv2Host* host, const LilvPort* port, const char* uri)
{
    LilvNode* node = lilv_new_uri(lv2_host_world(host), uri);
    const bool has = lilv_port_has_property(lv2_host_plugin(host), port, node);
    lilv_node_free(node);
    return has;
}

static bool is_a(Lv2Host* host, const LilvPort* port, const char* uri)
{
    LilvNode* node = lilv_new_uri(lv2_host_world(host), uri);
    const bool is = lilv_port_is_a(lv2_host_plugin(host), port, node);
    lilv_node_free(node);
    return is;
}

static void check_unit(Lv2Host* host, const LilvPort* lilv_port, const TarePort* port)
{
    LilvNode* predicate = lilv_new_uri(lv2_host_world(host), LV2_UNITS__unit);
    LilvNode* unit = lilv_port_get(lv2_host_plugin(host), lilv_port, predicate);
    CHECK_STR(unit ? lilv_node_as_uri(unit) : NULL, unit_uri(port->unit));
    lilv_node_free(unit);
    lilv_node_free(predicate);
}

static void check_scale_points(Lv2Host* host, const LilvPort* lilv_port, const TarePort* port)
{
    LilvScalePoints* points = lilv_port_get_scale_points(lv2_host_plugin(host), lilv_port);
    CHECK((points ? lilv_scale_points_size(points) : 0) == port->n_choices);
    LILV_FOREACH(scale_points, it, points)
    {
        const LilvScalePoint* point = lilv_scale_points_get(points, it);
        const float value = lilv_node_as_float(lilv_scale_point_get_value(point));
        REQUIRE(value >= 0 && value < (float)port->n_choices);
        CHECK_STR(lilv_node_as_string(lilv_scale_point_get_label(point)),
                  port->choices[(int)value]);
    }
    lilv_scale_points_free(points);
}

static void check_lilv_control(Lv2Host* host, const LilvPort* lilv_port, const TarePort* port)
{
    LilvNode *def, *min, *max;
    lilv_port_get_range(lv2_host_plugin(host), lilv_port, &def, &min, &max);
    REQUIRE(def && min && max);
    CHECK(lilv_node_as_float(def) == port->def);
    CHECK(lilv_node_as_float(min) == port->min);
    CHECK(lilv_node_as_float(max) == port->max);
    lilv_node_free(def);
    lilv_node_free(min);
    lilv_node_free(max);
    CHECK(has_property(host, lilv_port, LILV_NS_LV2 "toggled") ==
          (port->scale == TARE_SCALE_TOGGLE));
    CHECK(has_property(host, lilv_port, LILV_NS_LV2 "enumeration") ==
          (port->scale == TARE_SCALE_CHOICE));
    CHECK(has_property(host, lilv_port, "http://lv2plug.in/ns/ext/port-props#logarithmic") ==
          (port->scale == TARE_SCALE_LOGARITHMIC));
    check_unit(host, lilv_port, port);
    check_scale_points(host, lilv_port, port);
}

static void check_turtle(uint32_t n_channels)
{
    char bundle[4096];
    build_path(bundle, sizeof bundle, "lv2/tare.lv2");
    Lv2Host* host = lv2_host_new(bundle, plugin_uri(n_channels));
    REQUIRE(host);
    const LilvPlugin* plugin = lv2_host_plugin(host);
    CHECK(lilv_plugin_verify(plugin));
    CHECK(lilv_plugin_get_num_ports(plugin) == tare_n_ports(n_channels));
    for (uint32_t i = 0; i < tare_n_ports(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        const TarePortText text = tare_port_text(n_channels, i);
        const LilvPort* lilv_port = lilv_plugin_get_port_by_index(plugin, i);
        REQUIRE(lilv_port);
        LilvNode* name = lilv_port_get_name(plugin, lilv_port);
        CHECK_STR(lilv_node_as_string(lilv_port_get_symbol(plugin, lilv_port)), text.symbol);
        CHECK_STR(lilv_node_as_string(name), text.name);
        lilv_node_free(name);
        CHECK(is_a(host, lilv_port, LILV_URI_AUDIO_PORT) == tare_port_is_audio(port.role));
        CHECK(is_a(host, lilv_port, LILV_URI_OUTPUT_PORT) == (tare_port_is_output(port.role)));
        if (!tare_port_is_audio(port.role))
            check_lilv_control(host, lilv_port, &port);
    }
    lv2_host_free(host);
}

static void test_turtle_of_the_stereo_plugin(void)
{
    check_turtle(2);
}

static void test_turtle_of_the_mono_plugin(void)
{
    check_turtle(1);
}

/** What LADSPA's header says of the hints, written from its text. */
static double ladspa_default(const LADSPA_PortRangeHint* hint)
{
    const LADSPA_PortRangeHintDescriptor d = hint->HintDescriptor;
    const double lo = hint->LowerBound, hi = hint->UpperBound;
    const bool log_scale = LADSPA_IS_HINT_LOGARITHMIC(d);
    if (LADSPA_IS_HINT_DEFAULT_MINIMUM(d))
        return lo;
    if (LADSPA_IS_HINT_DEFAULT_LOW(d))
        return log_scale ? exp(log(lo) * 0.75 + log(hi) * 0.25) : lo * 0.75 + hi * 0.25;
    if (LADSPA_IS_HINT_DEFAULT_MIDDLE(d))
        return log_scale ? exp(log(lo) * 0.5 + log(hi) * 0.5) : lo * 0.5 + hi * 0.5;
    if (LADSPA_IS_HINT_DEFAULT_HIGH(d))
        return log_scale ? exp(log(lo) * 0.25 + log(hi) * 0.75) : lo * 0.25 + hi * 0.75;
    if (LADSPA_IS_HINT_DEFAULT_MAXIMUM(d))
        return hi;
    return LADSPA_IS_HINT_DEFAULT_0(d)     ? 0
           : LADSPA_IS_HINT_DEFAULT_1(d)   ? 1
           : LADSPA_IS_HINT_DEFAULT_100(d) ? 100
           : LADSPA_IS_HINT_DEFAULT_440(d) ? 440
                                           : NAN;
}

static void check_ladspa_control(const LADSPA_PortRangeHint* hint, const TarePort* port)
{
    const LADSPA_PortRangeHintDescriptor d = hint->HintDescriptor;
    CHECK(!LADSPA_IS_HINT_SAMPLE_RATE(d));
    CHECK((LADSPA_IS_HINT_TOGGLED(d) != 0) == (port->scale == TARE_SCALE_TOGGLE));
    CHECK((LADSPA_IS_HINT_LOGARITHMIC(d) != 0) == (port->scale == TARE_SCALE_LOGARITHMIC));
    CHECK((LADSPA_IS_HINT_INTEGER(d) != 0) == (port->scale == TARE_SCALE_CHOICE));
    if (port->scale != TARE_SCALE_TOGGLE) {
        CHECK(LADSPA_IS_HINT_BOUNDED_BELOW(d) && hint->LowerBound == port->min);
        CHECK(LADSPA_IS_HINT_BOUNDED_ABOVE(d) && hint->UpperBound == port->max);
    }
    /* LADSPA cannot name most frequencies; none that it can name is nearer than what is named, and
       a band of 0 dB is silent wherever it stands. All other defaults are exact. */
    if (port->role == TARE_PORT_BAND_FREQ)
        for (double part = 0; part <= 1; part += 0.25)
            CHECK(fabs(ladspa_default(hint) - port->def) <=
                  fabs(port->min * pow(port->max / port->min, part) - port->def) + 0.01);
    else
        CHECK(ladspa_default(hint) == port->def);
}

static void check_ladspa(unsigned long index, const char* label, uint32_t n_channels)
{
    char path[4096];
    build_path(path, sizeof path, "ladspa/tare.so");
    void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    REQUIRE(library);
    LADSPA_Descriptor_Function get;
    void* symbol = dlsym(library, "ladspa_descriptor");
    memcpy(&get, &symbol, sizeof get);
    REQUIRE(symbol);
    const LADSPA_Descriptor* descriptor = get(index);
    REQUIRE(descriptor);
    CHECK(!get(2));
    CHECK_STR(descriptor->Label, label);
    CHECK(descriptor->PortCount == tare_n_ports(n_channels));
    for (uint32_t i = 0; i < descriptor->PortCount; ++i) {
        const TarePort port = tare_port(n_channels, i);
        const LADSPA_PortDescriptor d = descriptor->PortDescriptors[i];
        CHECK_STR(descriptor->PortNames[i], tare_port_text(n_channels, i).name);
        CHECK((LADSPA_IS_PORT_AUDIO(d) != 0) == tare_port_is_audio(port.role));
        CHECK((LADSPA_IS_PORT_CONTROL(d) != 0) == !tare_port_is_audio(port.role));
        CHECK((LADSPA_IS_PORT_OUTPUT(d) != 0) == (tare_port_is_output(port.role)));
        CHECK((LADSPA_IS_PORT_INPUT(d) != 0) == (!tare_port_is_output(port.role)));
        if (!tare_port_is_audio(port.role))
            check_ladspa_control(&descriptor->PortRangeHints[i], &port);
    }
    dlclose(library);
}

static void test_ladspa_descriptor_of_the_stereo_plugin(void)
{
    check_ladspa(0, "tare_eq", 2);
}

static void test_ladspa_descriptor_of_the_mono_plugin(void)
{
    check_ladspa(1, "tare_eq_mono", 1);
}

int main(void)
{
    RUN(test_symbols_are_unique_and_well_formed);
    RUN(test_places_that_are_for_ever);
    RUN(test_ranges_are_those_of_the_design);
    RUN(test_clamps_are_the_ranges);
    RUN(test_the_core_clamps_at_the_same_limits);
    RUN(test_every_port_sets_one_thing);
    RUN(test_turtle_of_the_stereo_plugin);
    RUN(test_turtle_of_the_mono_plugin);
    RUN(test_ladspa_descriptor_of_the_stereo_plugin);
    RUN(test_ladspa_descriptor_of_the_mono_plugin);
    return check_done();
}
