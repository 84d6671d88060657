/* The rack of a chain: which controls it has, and what they are set to. */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "pipewire/chain/rack.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <stdlib.h>

static const double shelf_q = 0.70710678118654752440;

enum { N_NODE_CONTROLS = 3, N_RACK_NODES = TARE_MAX_CHANNELS * TARE_RACK_N_NODES };

static TareControls controls_of(const TareBand* bands, unsigned n)
{
    TareBandSet set = {.preamp_db = -7.25, .reference_rate_hz = 48000, .n_bands = n};
    for (unsigned i = 0; i < n; ++i)
        set.bands[i] = bands[i];
    TareControls controls = tare_settings_from_set(&set);
    controls.is_preamp_manual = true; /* or it would follow from the bands */
    return controls;
}

/** Bands for each kind of slot, which the channels do not share alike. */
static TareControls some_controls(void)
{
    static const TareBand bands[] = {
        {TARE_BAND_PEAK, 1234.5, -6.1, 3.3, TARE_CHANNEL_LEFT},
        {TARE_BAND_HIGH_SHELF, 9000, 3.7, 0.7071, TARE_CHANNEL_RIGHT},
        {TARE_BAND_PEAK, 3000, 2.2, 5, TARE_CHANNEL_BOTH},
        {TARE_BAND_LOW_SHELF, 1050, 4.4, 0.7071, TARE_CHANNEL_BOTH},
    };
    return controls_of(bands, sizeof bands / sizeof *bands);
}

/** The value of a control; NAN when there is none. */
static double value_of(const TareRack* rack, const char* name)
{
    for (unsigned i = 0; i < rack->n; ++i)
        if (!strcmp(rack->controls[i].name, name))
            return (double)rack->controls[i].value;
    return (double)NAN;
}

static void check_node(const TareRack* rack, const char* node, double freq, double gain, double q)
{
    const double wanted[N_NODE_CONTROLS] = {freq, gain, q};
    static const char* const controls[N_NODE_CONTROLS] = {"Freq", "Gain", "Q"};
    for (unsigned i = 0; i < N_NODE_CONTROLS; ++i) {
        char name[64];
        snprintf(name, sizeof name, "%s:%s", node, controls[i]);
        if (!(value_of(rack, name) == (double)(float)wanted[i]))
            CHECK_STR(name, "a control with another value");
    }
}

/** Whether the node does nothing in PipeWire's biquads. */
static bool is_off(const TareRack* rack, TareRackNode node)
{
    char gain[64];
    snprintf(gain, sizeof gain, "%s:Gain", node.name);
    return value_of(rack, gain) == 0;
}

static unsigned n_on(const TareRack* rack)
{
    unsigned n = 0;
    for (unsigned i = 0; i < N_RACK_NODES; ++i)
        n += !is_off(rack, tare_rack_node(i / TARE_RACK_N_NODES, i % TARE_RACK_N_NODES));
    return n;
}

static void test_kinds_are_found_by_name(void)
{
    for (int i = 0; i < TARE_N_CHAIN_KINDS; ++i)
        CHECK(tare_chain_kind_find(tare_chain_kind_name((TareChainKind)i)) == (TareChainKind)i);
    CHECK(!tare_chain_kind_name(TARE_N_CHAIN_KINDS) && !tare_chain_kind_name((TareChainKind)-1));
    CHECK(tare_chain_kind_find("LV2") == TARE_N_CHAIN_KINDS);
    CHECK(tare_chain_kind_find("") == TARE_N_CHAIN_KINDS);
    CHECK_STR(tare_chain_kind_name(TARE_CHAIN_PARAM_EQ), "param_eq");
    CHECK(tare_chain_kind_is_plugin(TARE_CHAIN_LADSPA));
    CHECK(!tare_chain_kind_is_plugin(TARE_CHAIN_BUILTIN));
    CHECK(tare_chain_kind_is_live(TARE_CHAIN_BUILTIN));
    CHECK(!tare_chain_kind_is_live(TARE_CHAIN_PARAM_EQ));
}

static void check_plugin_rack(TareChainKind kind, const TareControls* controls)
{
    TareRack rack;
    unsigned n = 0;
    CHECK(tare_rack_make(&rack, kind, controls, 0) == TARE_RACK_DONE);
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        const TarePortText text = tare_port_text(2, i);
        char name[64];
        if (tare_port_is_audio(port.role) || tare_port_is_output(port.role))
            continue;
        snprintf(name, sizeof name, "eq:%s", kind == TARE_CHAIN_LV2 ? text.symbol : text.name);
        REQUIRE(n < rack.n);
        CHECK_STR(rack.controls[n].name, name);
        CHECK(rack.controls[n++].value == tare_settings_port_value(controls, &port));
    }
    CHECK(n == rack.n && n >= 5 * TARE_MAX_BANDS + 6);
}

static void test_plugin_racks_hold_every_control(void)
{
    TareControls controls = some_controls();
    controls.bass_db = 1.5;
    controls.strength = 0.35;
    check_plugin_rack(TARE_CHAIN_LV2, &controls);
    check_plugin_rack(TARE_CHAIN_LADSPA, &controls);
    TareRack rack;
    CHECK(tare_rack_make(&rack, TARE_CHAIN_LV2, &controls, 96000) == TARE_RACK_DONE);
    CHECK_NEAR(value_of(&rack, "eq:gain_1"), -6.1, 1e-6);
    CHECK(value_of(&rack, "eq:bass") == 1.5);
    CHECK(tare_rack_make(&rack, TARE_CHAIN_LADSPA, &controls, 44100) == TARE_RACK_DONE);
    CHECK_NEAR(value_of(&rack, "eq:Gain 1"), -6.1, 1e-6);
    CHECK_NEAR(value_of(&rack, "eq:Strength"), 35, 1e-5);
}

static void test_builtin_bands_land_in_slots_of_their_type(void)
{
    const TareControls controls = some_controls();
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 48000) == TARE_RACK_DONE);
    CHECK(rack.n == N_RACK_NODES * N_NODE_CONTROLS);
    check_node(&rack, "l_preamp", 0, rack.cookbook.preamp_db, 1);
    check_node(&rack, "r_preamp", 0, rack.cookbook.preamp_db, 1);
    CHECK_NEAR(rack.cookbook.preamp_db, -7.25, 1e-9);
    check_node(&rack, "l_peak_1", 1234.5, -6.1, 3.3);
    check_node(&rack, "l_peak_2", 3000, 2.2, 5);
    check_node(&rack, "r_peak_1", 3000, 2.2, 5);
    check_node(&rack, "l_low_1", 1050, 4.4, shelf_q);
    check_node(&rack, "r_low_1", 1050, 4.4, shelf_q);
    check_node(&rack, "r_high_1", 9000, 3.7, shelf_q);
    CHECK(n_on(&rack) == 8); /* those above and no others */
}

/** What has no slot becomes peaks, as the cookbook says. */
static void test_what_is_neither_peak_nor_shelf_becomes_peaks(void)
{
    TareControls controls = some_controls();
    controls.set.bands[4] = (TareBand){TARE_BAND_LOW_PASS, 19000, 0, 0.7, TARE_CHANNEL_BOTH};
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 96000) == TARE_RACK_DONE);
    CHECK(rack.n == N_RACK_NODES * N_NODE_CONTROLS);
    for (unsigned channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
        unsigned n[TARE_N_BAND_TYPES] = {0};
        CHECK(rack.cookbook.n_bands[channel] > 3); /* its own three, and help */
        for (unsigned i = 0; i < rack.cookbook.n_bands[channel]; ++i) {
            static const char* const slots[] = {"peak", "low", "high"};
            const TareBand* const band = &rack.cookbook.bands[channel][i];
            REQUIRE(tare_band_type_has_gain(band->type));
            char node[64];
            snprintf(node, sizeof node, "%c_%s_%u", "lr"[channel], slots[band->type],
                     ++n[band->type]);
            check_node(&rack, node, band->freq_hz, band->gain_db, band->q);
        }
    }
}

static void test_a_flat_rack_is_off(void)
{
    const TareControls flat = tare_rack_flat();
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &flat, 44100) == TARE_RACK_DONE);
    CHECK(rack.n == N_RACK_NODES * N_NODE_CONTROLS && n_on(&rack) == 0);
    TareControls disabled = some_controls();
    disabled.enabled = false;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &disabled, 44100) == TARE_RACK_DONE);
    CHECK(rack.n == N_RACK_NODES * N_NODE_CONTROLS && n_on(&rack) == 0);
}

static TareRackResult result_of(TareChainKind kind, TareBandType type, unsigned n, unsigned n_left)
{
    TareBand bands[TARE_MAX_BANDS];
    for (unsigned i = 0; i < n; ++i)
        bands[i] = (TareBand){type, 1000 + 100 * i, 1, 2,
                              i < n_left ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT};
    const TareControls controls = controls_of(bands, n);
    TareRack rack;
    return tare_rack_make(&rack, kind, &controls, 48000);
}

static void test_too_many_of_a_type_are_refused(void)
{
    static const unsigned room[] = {TARE_MAX_BANDS, 4, 4};
    for (int i = 0; i < 3; ++i) {
        const TareBandType type = (TareBandType)i;
        const unsigned n = room[i];
        CHECK(result_of(TARE_CHAIN_BUILTIN, type, n, n) == TARE_RACK_DONE);
        CHECK(result_of(TARE_CHAIN_BUILTIN, type, n, 0) == TARE_RACK_DONE);
        if (n == TARE_MAX_BANDS)
            continue;
        CHECK(result_of(TARE_CHAIN_BUILTIN, type, n + 1, n + 1) == TARE_RACK_TYPE);
        CHECK(result_of(TARE_CHAIN_BUILTIN, type, n + 1, 0) == TARE_RACK_TYPE);
        CHECK(result_of(TARE_CHAIN_BUILTIN, type, 2 * n, n) == TARE_RACK_DONE);
        CHECK(result_of(TARE_CHAIN_PARAM_EQ, type, n + 1, n + 1) == TARE_RACK_DONE);
        CHECK(result_of(TARE_CHAIN_LV2, type, n + 1, n + 1) == TARE_RACK_DONE);
    }
}

/** Also when only one channel has it. */
static void test_what_cannot_be_done_is_refused(void)
{
    for (unsigned n_left = 0; n_left < 2; ++n_left) {
        CHECK(result_of(TARE_CHAIN_BUILTIN, TARE_BAND_NOTCH, 1, n_left) == TARE_RACK_TYPE);
        CHECK(result_of(TARE_CHAIN_PARAM_EQ, TARE_BAND_NOTCH, 1, n_left) == TARE_RACK_TYPE);
        CHECK(result_of(TARE_CHAIN_LV2, TARE_BAND_NOTCH, 1, n_left) == TARE_RACK_DONE);
        CHECK(result_of(TARE_CHAIN_LADSPA, TARE_BAND_NOTCH, 1, n_left) == TARE_RACK_DONE);
        CHECK(result_of(TARE_CHAIN_BUILTIN, TARE_BAND_ALL_PASS, 1, n_left) == TARE_RACK_DONE);
    }
    for (int i = 0; i < TARE_N_BAND_TYPES; ++i) {
        const TareBand band = {(TareBandType)i, 12000, 6, 0.7, TARE_CHANNEL_RIGHT};
        const TareControls controls = controls_of(&band, 1);
        TareRack rack;
        const TareRackResult result = tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 48000);
        CHECK(result == (rack.cookbook.error_db <= 1 ? TARE_RACK_DONE : TARE_RACK_TYPE));
    }
}

static void test_tone_is_for_plugins_only(void)
{
    for (int i = 0; i < 3; ++i) {
        TareControls controls = some_controls();
        CHECK(!tare_cookbook_has_tone(&controls));
        *(i == 0   ? &controls.bass_db
          : i == 1 ? &controls.treble_db
                   : &controls.tilt_db_per_octave) = -0.5;
        CHECK(tare_cookbook_has_tone(&controls));
        TareRack rack;
        CHECK(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 48000) == TARE_RACK_TONE);
        CHECK(tare_rack_make(&rack, TARE_CHAIN_PARAM_EQ, &controls, 48000) == TARE_RACK_TONE);
        CHECK(tare_rack_make(&rack, TARE_CHAIN_LADSPA, &controls, 48000) == TARE_RACK_DONE);
    }
}

/** How many nodes of a channel are of a type, without the first one, the preamp. */
static unsigned n_slots(TareBandType type)
{
    unsigned n = 0;
    for (unsigned i = 1; i < TARE_RACK_N_NODES; ++i)
        n += !strcmp(tare_rack_node(0, i).label, tare_rack_label(type));
    return n;
}

static void check_slots(const TareCorrection* c)
{
    for (TareBandType type = TARE_BAND_PEAK; type <= TARE_BAND_HIGH_SHELF; ++type)
        for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
            unsigned n = 0;
            for (uint32_t i = 0; i < c->set.n_bands; ++i)
                n += c->set.bands[i].type == type &&
                     tare_band_is_in_channel(&c->set.bands[i], channel);
            if (n > n_slots(type))
                CHECK_STR(c->entry.id, "a correction that has room");
        }
}

/** All are looked at, and every twentieth is tried, by turns at the rates at which nearly all sound
    is played. */
static void test_the_shipped_catalogue_is_heard_as_it_is_meant(void)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    unsigned n_tried[2] = {0}, n_good[2] = {0};
    char folder[1000];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    REQUIRE(tare_catalogue_add_folder(catalogue, folder, TARE_READ_ALL, NULL) == TARE_OK);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareCorrection* const c =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        check_slots(c);
        if (i % 20 != 0)
            continue;
        const unsigned turn = i / 20 % 2;
        const TareControls controls = tare_settings_from_set(&c->set);
        TareRack rack;
        const bool is_made = tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls,
                                            turn ? 44100 : 48000) == TARE_RACK_DONE;
        if (!is_made) /* a deep low shelf at 20 kHz has no like at 44.1 kHz */
            printf("     %s is refused\n", c->entry.id);
        n_good[turn] += is_made && rack.cookbook.error_db <= 0.1;
        ++n_tried[turn];
    }
    for (int i = 0; i < 2; ++i)
        CHECK(n_tried[i] > 100 && n_good[i] >= 0.995 * n_tried[i]);
    tare_catalogue_free(catalogue);
}

/** The point of a rack: a running chain is given another correction by values alone. */
static void test_all_corrections_have_the_same_controls(void)
{
    const TareControls some = some_controls(), flat = tare_rack_flat();
    for (TareChainKind kind = TARE_CHAIN_LV2; tare_chain_kind_is_live(kind); ++kind) {
        TareRack a, b;
        REQUIRE(tare_rack_make(&a, kind, &some, 44100) == TARE_RACK_DONE);
        REQUIRE(tare_rack_make(&b, kind, &flat, 96000) == TARE_RACK_DONE);
        REQUIRE(a.n == b.n && a.n > 100);
        for (unsigned i = 0; i < a.n; ++i) {
            CHECK_STR(a.controls[i].name, b.controls[i].name);
            CHECK(strlen(a.controls[i].name) < sizeof a.controls[i].name - 1); /* not cut */
            CHECK(tare_rack_is_control(a.controls[i].name));
            for (unsigned k = 0; k < i; ++k)
                CHECK(strcmp(a.controls[i].name, a.controls[k].name) != 0);
        }
    }
}

static void test_names_of_nodes_are_whole_and_unique(void)
{
    for (unsigned i = 0; i < N_RACK_NODES; ++i) {
        const TareRackNode node = tare_rack_node(i / TARE_RACK_N_NODES, i % TARE_RACK_N_NODES);
        CHECK(strlen(node.name) > 2 && strlen(node.name) < sizeof node.name - 1);
        CHECK(node.name[0] == (i < TARE_RACK_N_NODES ? 'l' : 'r') && node.name[1] == '_');
        for (unsigned k = 0; k < i; ++k)
            CHECK(strcmp(node.name,
                         tare_rack_node(k / TARE_RACK_N_NODES, k % TARE_RACK_N_NODES).name) != 0);
    }
    CHECK_STR(tare_rack_node(0, 0).label, "bq_highshelf"); /* at 0 Hz, where it is a plain gain */
    CHECK_STR(tare_rack_node(0, TARE_MAX_BANDS).label, "bq_peaking");
    CHECK_STR(tare_rack_node(1, TARE_MAX_BANDS + 1).label, "bq_lowshelf");
    CHECK_STR(tare_rack_node(1, TARE_RACK_N_NODES - 1).label, "bq_highshelf");
}

static void test_controls_are_known_by_name(void)
{
    CHECK(tare_rack_is_control("eq:gain_1") && tare_rack_is_control("l_peak_20:Gain"));
    CHECK(!tare_rack_is_control("volume") && !tare_rack_is_control("channelmix.normalize"));
    CHECK(!tare_rack_is_control("Freq") && !tare_rack_is_control("x:Volume"));
    CHECK(!tare_rack_is_control("") && !tare_rack_is_control("Freq:x"));
    char name[] = "eq:...........................................12";
    CHECK(strlen(name) == sizeof((TareRackControl*)NULL)->name && !tare_rack_is_control(name));
    name[strlen(name) - 1] = '\0';
    CHECK(tare_rack_is_control(name));
}

static void test_failed_allocations(void)
{
    const TareControls controls = some_controls();
    for (unsigned n = 1;; ++n) {
        TareRack rack;
        failing_malloc_start(n);
        const TareRackResult result = tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 96000);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(result == (n_asked < n ? TARE_RACK_DONE : TARE_RACK_NO_MEMORY));
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_kinds_are_found_by_name);
    RUN(test_plugin_racks_hold_every_control);
    RUN(test_builtin_bands_land_in_slots_of_their_type);
    RUN(test_what_is_neither_peak_nor_shelf_becomes_peaks);
    RUN(test_a_flat_rack_is_off);
    RUN(test_too_many_of_a_type_are_refused);
    RUN(test_what_cannot_be_done_is_refused);
    RUN(test_tone_is_for_plugins_only);
    RUN(test_the_shipped_catalogue_is_heard_as_it_is_meant);
    RUN(test_all_corrections_have_the_same_controls);
    RUN(test_names_of_nodes_are_whole_and_unique);
    RUN(test_controls_are_known_by_name);
    RUN(test_failed_allocations);
    return check_done();
}
