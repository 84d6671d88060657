/* The port table against the design, and the built Turtle, as lilv reads it, against the table. */

#include "helpers/check.h"
#include "helpers/lv2_host.h"
#include "ports.h"

#include <lv2/units/units.h>
#include <stdlib.h>

static const char* plugin_uri(uint32_t n_channels)
{
    return n_channels == 1 ? "urn:tare:eq-mono" : "urn:tare:eq";
}

static void bundle_path(char* path, size_t size)
{
    const char* build = getenv("TARE_BUILD_DIR");
    snprintf(path, size, "%s/lv2/tare.lv2", build ? build : "build");
}

static void test_symbols_are_unique_and_well_formed(void)
{
    for (uint32_t n = 1; n <= 2; ++n)
        for (uint32_t i = 0; i < tare_ports_count(n); ++i) {
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
    CHECK(tare_ports_count(2) == TARE_MAX_PORTS);
}

/** What the design says of the controls; %u is each band in turn. */
static const struct {
    const char* symbol;
    TareUnit unit;
    TareScale scale;
    float min, max, def;
    uint32_t n_choices;
} designed[] = {
    {"enabled", TARE_UNIT_NONE, TARE_SCALE_TOGGLE, 0, 1, 1, 0},
    {"compare", TARE_UNIT_NONE, TARE_SCALE_TOGGLE, 0, 1, 0, 0},
    {"strength", TARE_UNIT_PERCENT, TARE_SCALE_LINEAR, 0, 100, 100, 0},
    {"bass", TARE_UNIT_DB, TARE_SCALE_LINEAR, -12, 12, 0, 0},
    {"treble", TARE_UNIT_DB, TARE_SCALE_LINEAR, -12, 12, 0, 0},
    {"tilt", TARE_UNIT_DB_PER_OCTAVE, TARE_SCALE_LINEAR, -1.5f, 1.5f, 0, 0},
    {"manual_preamp", TARE_UNIT_NONE, TARE_SCALE_TOGGLE, 0, 1, 0, 0},
    {"preamp", TARE_UNIT_DB, TARE_SCALE_LINEAR, -30, 30, 0, 0},
    {"reference_rate", TARE_UNIT_NONE, TARE_SCALE_CHOICE, 0, 2, 0, 3},
    {"type_%u", TARE_UNIT_NONE, TARE_SCALE_CHOICE, 0, 7, 0, 8},
    {"freq_%u", TARE_UNIT_HZ, TARE_SCALE_LOGARITHMIC, 8, 22000, NAN, 0},
    {"gain_%u", TARE_UNIT_DB, TARE_SCALE_LINEAR, -30, 30, 0, 0},
    {"q_%u", TARE_UNIT_Q, TARE_SCALE_LOGARITHMIC, 0.1f, 20, 1, 0},
    {"channel_%u", TARE_UNIT_NONE, TARE_SCALE_CHOICE, 0, 2, 0, 3},
    {"preamp_used", TARE_UNIT_DB, TARE_SCALE_LINEAR, -90, 60, 0, 0},
    {"headroom", TARE_UNIT_DB, TARE_SCALE_LINEAR, -60, 60, 0, 0},
    {"clip", TARE_UNIT_NONE, TARE_SCALE_CHOICE, 0, 2, 0, 3},
};

static void check_designed(uint32_t n_channels, size_t row, uint32_t band)
{
    char symbol[32];
    snprintf(symbol, sizeof symbol, designed[row].symbol, band);
    const uint32_t index = tare_port_find(n_channels, symbol);
    REQUIRE(index < tare_ports_count(n_channels));
    const TarePort port = tare_port(n_channels, index);
    CHECK(port.unit == designed[row].unit && port.scale == designed[row].scale);
    CHECK(port.min == designed[row].min && port.max == designed[row].max);
    CHECK(port.def == designed[row].def || isnan(designed[row].def));
    CHECK(port.n_choices == designed[row].n_choices);
    const bool is_output =
        !strcmp(symbol, "preamp_used") || !strcmp(symbol, "headroom") || !strcmp(symbol, "clip");
    CHECK(tare_port_is_output(port.role) == is_output);
}

static void test_controls_are_those_of_the_design(void)
{
    for (size_t row = 0; row < sizeof designed / sizeof *designed; ++row)
        for (uint32_t band = 1; band <= (strchr(designed[row].symbol, '%') ? 20 : 1); ++band) {
            check_designed(2, row, band);
            if (strcmp(designed[row].symbol, "channel_%u") != 0)
                check_designed(1, row, band);
        }
}

/** Half an octave apart, by the series of rounded numbers of ISO 266 where it has them. */
static void test_default_frequencies(void)
{
    static const float wanted_hz[20] = {22.4f, 31.5f, 45,   63,   90,    125,  180,
                                        250,   355,   500,  710,  1000,  1400, 2000,
                                        2800,  4000,  5600, 8000, 11200, 16000};
    for (uint32_t n = 1; n <= 2; ++n)
        for (uint32_t band = 0; band < 20; ++band)
            CHECK(tare_port(n, tare_port_index(n, TARE_PORT_BAND_FREQ, band)).def ==
                  wanted_hz[band]);
}

/** `wanted` ends with NULL. */
static void check_choices(const char* symbol, const char* const* wanted)
{
    const TarePort port = tare_port(2, tare_port_find(2, symbol));
    uint32_t n = 0;
    for (; wanted[n] && n < port.n_choices; ++n)
        CHECK_STR(port.choices[n], wanted[n]);
    CHECK(n == port.n_choices && !wanted[n]);
}

static void test_choices_are_those_of_the_design(void)
{
    check_choices("type_3", (const char*[]){"Peak", "Low shelf", "High shelf", "Low pass",
                                            "High pass", "Notch", "Band pass", "All pass", NULL});
    check_choices("channel_4", (const char*[]){"Both", "Left", "Right", NULL});
    check_choices("reference_rate", (const char*[]){"Analogue", "44.1 kHz", "48 kHz", NULL});
    check_choices("clip", (const char*[]){"No", "By the correction", "In the input", NULL});
}

/** What the unit is called in LV2, or else what stands behind a number of it. */
static const char* unit_text(TareUnit unit)
{
    switch (unit) {
    case TARE_UNIT_DB:
        return LV2_UNITS__db;
    case TARE_UNIT_HZ:
        return LV2_UNITS__hz;
    case TARE_UNIT_PERCENT:
        return LV2_UNITS__pc;
    case TARE_UNIT_Q:
        return "%f";
    case TARE_UNIT_DB_PER_OCTAVE:
        return "%f dB/oct";
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

/** Units of our own are written at the port: hosts complain of names that they do not know. */
static void check_unit(Lv2Host* host, const LilvPort* lilv_port, const TarePort* port)
{
    LilvWorld* world = lv2_host_world(host);
    LilvNode* predicate = lilv_new_uri(world, LV2_UNITS__unit);
    LilvNode* render = lilv_new_uri(world, LV2_UNITS__render);
    LilvNode* unit = lilv_port_get(lv2_host_plugin(host), lilv_port, predicate);
    LilvNode* shown =
        unit && lilv_node_is_blank(unit) ? lilv_world_get(world, unit, render, NULL) : NULL;
    CHECK_STR(shown  ? lilv_node_as_string(shown)
              : unit ? lilv_node_as_uri(unit)
                     : NULL,
              unit_text(port->unit));
    lilv_node_free(shown);
    lilv_node_free(unit);
    lilv_node_free(render);
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
    bundle_path(bundle, sizeof bundle);
    Lv2Host* host = lv2_host_new(bundle, plugin_uri(n_channels));
    REQUIRE(host);
    const LilvPlugin* plugin = lv2_host_plugin(host);
    CHECK(lilv_plugin_verify(plugin));
    CHECK(lilv_plugin_get_num_ports(plugin) == tare_ports_count(n_channels));
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i) {
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

int main(void)
{
    RUN(test_symbols_are_unique_and_well_formed);
    RUN(test_controls_are_those_of_the_design);
    RUN(test_default_frequencies);
    RUN(test_choices_are_those_of_the_design);
    RUN(test_turtle_of_the_stereo_plugin);
    RUN(test_turtle_of_the_mono_plugin);
    return check_done();
}
