/* The text of a chain, word for word as PipeWire's reader takes it apart. */

#include "base/number.h"
#include "helpers/check.h"
#include "pipewire/chain/graph.h"
#include "pipewire/chain/rack.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <stdlib.h>

enum { WORD_SIZE = 200 };

static const double shelf_q = 0.70710678118654752440;
static const char param_eq_end[] =
    "] } } ] inputs = [ \"eq:In 1\" \"eq:In 2\" ] outputs = [ \"eq:Out 1\" \"eq:Out 2\" ]";

static TareControls some_controls(void)
{
    TareBandSet set = {
        .preamp_db = -7.1,
        .reference_rate_hz = 48000,
        .n_bands = 4,
        .bands = {{TARE_BAND_PEAK, 1234.567, -6.1, 3.3, TARE_CHANNEL_LEFT},
                  {TARE_BAND_HIGH_SHELF, 9000, 1.0 / 3.0, 0.7071, TARE_CHANNEL_RIGHT},
                  {TARE_BAND_PEAK, 5000, -20, 9, TARE_CHANNEL_RIGHT},
                  {TARE_BAND_LOW_SHELF, 1050, 4.4, 0.7071, TARE_CHANNEL_BOTH}}};
    TareControls controls = tare_settings_from_set(&set);
    controls.is_preamp_manual = true;
    return controls;
}

/** The text of a rack, to be freed by the caller. */
static char* text_of(const TareRack* rack, const char* plugin)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    if (!out)
        abort();
    tare_graph_write(out, rack, plugin);
    fclose(out);
    return text;
}

/** Takes the next word, a text in quotes as a whole and with its quotes. False at the end. */
static bool next_word(const char** text, char word[WORD_SIZE])
{
    const char* p = *text + strspn(*text, " \n");
    const char* const first = p;
    if (*p == '"')
        for (++p; *p && *p != '"'; ++p)
            p += *p == '\\' && p[1] != '\0';
    p += strcspn(p, " \n");
    snprintf(word, WORD_SIZE, "%.*s", (int)(p - first), first);
    *text = p;
    return p > first;
}

/** Takes the words of `wanted`, and checks that they are the next ones. */
static void take(const char** text, const char* wanted)
{
    char word[WORD_SIZE], wanted_word[WORD_SIZE];
    while (next_word(&wanted, wanted_word)) {
        next_word(text, word);
        CHECK_STR(word, wanted_word);
    }
}

/** Takes a number, which must be what is wanted as a float, and no longer than that needs. */
static void take_float(const char** text, double wanted)
{
    char word[WORD_SIZE], shortest[TARE_NUMBER_SIZE];
    next_word(text, word);
    CHECK(strtof(word, NULL) == (float)wanted);
    CHECK_STR(word, tare_number_format_float(shortest, sizeof shortest, (float)wanted));
}

static void take_end(const char** text)
{
    char word[WORD_SIZE];
    CHECK(!next_word(text, word));
}

static void check_plugin(TareChainKind kind, const char* plugin, const char* head, const char* tail)
{
    const TareControls controls = some_controls();
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, kind, &controls, 0) == TARE_RACK_DONE);
    char* const text = text_of(&rack, plugin);
    const char* p = text;
    take(&p, head);
    for (unsigned i = 0; i < rack.n; ++i) {
        char quoted[WORD_SIZE];
        snprintf(quoted, sizeof quoted, "\"%s\" =", rack.controls[i].name + strlen("eq:"));
        take(&p, quoted);
        take_float(&p, (double)rack.controls[i].value);
    }
    take(&p, tail);
    take_end(&p);
    free(text);
}

static void test_plugins_are_one_node(void)
{
    check_plugin(TARE_CHAIN_LV2, NULL,
                 "nodes = [ { type = lv2 name = eq plugin = \"urn:tare:eq\" control = {",
                 "} } ] inputs = [ \"eq:in_l\" \"eq:in_r\" ] "
                 "outputs = [ \"eq:out_l\" \"eq:out_r\" ]");
    check_plugin(TARE_CHAIN_LADSPA, "tare",
                 "nodes = [ { type = ladspa name = eq plugin = \"tare\" label = \"tare_eq\" "
                 "control = {",
                 "} } ] inputs = [ \"eq:Input left\" \"eq:Input right\" ] "
                 "outputs = [ \"eq:Output left\" \"eq:Output right\" ]");
}

static void test_awkward_paths_stay_in_their_quotes(void)
{
    check_plugin(TARE_CHAIN_LADSPA, "/my \"own\" lib\\a } ] #b.so",
                 "nodes = [ { type = ladspa name = eq plugin = "
                 "\"/my \\\"own\\\" lib\\\\a } ] #b.so\" label = \"tare_eq\" control = {",
                 "} } ] inputs = [ \"eq:Input left\" \"eq:Input right\" ] "
                 "outputs = [ \"eq:Output left\" \"eq:Output right\" ]");
    check_plugin(TARE_CHAIN_LADSPA, "\xC3\xA9/\n\t\x1F",
                 "nodes = [ { type = ladspa name = eq plugin = \"\xC3\xA9/\\u000a\\u0009\\u001f\" "
                 "label = \"tare_eq\" control = {",
                 "} } ] inputs = [ \"eq:Input left\" \"eq:Input right\" ] "
                 "outputs = [ \"eq:Output left\" \"eq:Output right\" ]");
}

static void take_builtin_nodes(const char** text, const TareRack* rack)
{
    const TareRackControl* control = rack->controls;
    take(text, "nodes = [");
    for (unsigned i = 0; i < TARE_MAX_CHANNELS * TARE_RACK_N_NODES; ++i) {
        const TareRackNode node = tare_rack_node(i / TARE_RACK_N_NODES, i % TARE_RACK_N_NODES);
        char words[WORD_SIZE];
        snprintf(words, sizeof words, "{ type = builtin name = %s label = %s control = {",
                 node.name, node.label);
        take(text, words);
        for (unsigned k = 0; k < 3; ++k, ++control) {
            snprintf(words, sizeof words, "%s:", node.name);
            CHECK(!strncmp(control->name, words, strlen(words)));
            snprintf(words, sizeof words, "\"%s\" =", control->name + strlen(node.name) + 1);
            take(text, words);
            take_float(text, (double)control->value);
        }
        take(text, "} }");
    }
    take(text, "]");
}

enum { N_LINKS = TARE_MAX_CHANNELS * (TARE_RACK_N_NODES - 1) };

/** Both ends of a link, by the names of their nodes. */
typedef struct {
    char from[WORD_SIZE], to[WORD_SIZE];
} Link;

/** Takes "NODE:PORT" and gives the node. */
static void take_port(const char** text, const char* port, char node[WORD_SIZE])
{
    char word[WORD_SIZE];
    next_word(text, word);
    char* const colon = strchr(word, ':');
    REQUIRE(colon != NULL);
    CHECK_STR(colon + 1, port);
    *colon = '\0';
    snprintf(node, WORD_SIZE, "%s", word + 1); /* without the quote before it */
}

/** The input ends of the links are followed from `first`, through all nodes of one channel. */
static void check_chain(const Link links[N_LINKS], const char* first, const char* last)
{
    const char* node = first;
    for (unsigned n = 1; n < TARE_RACK_N_NODES; ++n) {
        const Link* found = NULL;
        for (unsigned i = 0; i < N_LINKS; ++i)
            if (!strcmp(links[i].from, node)) {
                CHECK(!found); /* or the sound would be mixed */
                found = &links[i];
            }
        REQUIRE(found != NULL);
        CHECK(found->to[0] == first[0]); /* the channels stay apart */
        node = found->to;
    }
    CHECK_STR(node, last);
}

static void test_builtin_nodes_are_one_chain_a_channel(void)
{
    const TareControls controls = some_controls();
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, 96000) == TARE_RACK_DONE);
    char* const text = text_of(&rack, NULL);
    const char* p = text;
    take_builtin_nodes(&p, &rack);
    static Link links[N_LINKS];
    take(&p, "links = [");
    for (unsigned i = 0; i < N_LINKS; ++i) {
        take(&p, "{ output =");
        take_port(&p, "Out\"", links[i].from);
        take(&p, "input =");
        take_port(&p, "In\"", links[i].to);
        take(&p, "}");
    }
    char ends[2][TARE_MAX_CHANNELS][WORD_SIZE];
    take(&p, "] inputs = [");
    take_port(&p, "In\"", ends[0][0]);
    take_port(&p, "In\"", ends[0][1]);
    take(&p, "] outputs = [");
    take_port(&p, "Out\"", ends[1][0]);
    take_port(&p, "Out\"", ends[1][1]);
    take(&p, "]");
    take_end(&p);
    CHECK(ends[0][0][0] == 'l' && ends[0][1][0] == 'r');
    check_chain(links, ends[0][0], ends[1][0]);
    check_chain(links, ends[0][1], ends[1][1]);
    free(text);
}

static void take_filter(const char** text, const char* type, double freq, double gain, double q)
{
    char words[WORD_SIZE];
    snprintf(words, sizeof words, "{ type = %s freq =", type);
    take(text, words);
    take_float(text, freq);
    take(text, "gain =");
    take_float(text, gain);
    take(text, "q =");
    take_float(text, q);
    take(text, "}");
}

static void test_param_eq_has_a_list_for_each_channel(void)
{
    const TareControls controls = some_controls();
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_PARAM_EQ, &controls, 48000) == TARE_RACK_DONE);
    CHECK(rack.n == 0);
    char* const text = text_of(&rack, NULL);
    const char* p = text;
    take(&p, "nodes = [ { type = builtin name = eq label = param_eq config = { filters1 = [");
    take_filter(&p, "bq_highshelf", 0, -7.1, 1);
    take_filter(&p, "bq_peaking", 1234.567, -6.1, 3.3);
    take_filter(&p, "bq_lowshelf", 1050, 4.4, shelf_q);
    take(&p, "] filters2 = [");
    take_filter(&p, "bq_highshelf", 0, -7.1, 1);
    take_filter(&p, "bq_highshelf", 9000, 1.0 / 3.0, shelf_q);
    take_filter(&p, "bq_peaking", 5000, -20, 9);
    take_filter(&p, "bq_lowshelf", 1050, 4.4, shelf_q);
    take(&p, param_eq_end);
    take_end(&p);
    CHECK_NEAR(rack.cookbook.preamp_db, -7.1, 1e-9);
    free(text);
}

/** What PipeWire plays is what the cookbook made of it. */
static void test_param_eq_lists_the_bands_of_the_cookbook(void)
{
    static const char* const labels[] = {"bq_peaking", "bq_lowshelf", "bq_highshelf"};
    TareControls controls = some_controls();
    controls.set.bands[4] = (TareBand){TARE_BAND_LOW_PASS, 19000, 0, 0.7, TARE_CHANNEL_LEFT};
    TareRack rack;
    REQUIRE(tare_rack_make(&rack, TARE_CHAIN_PARAM_EQ, &controls, 96000) == TARE_RACK_DONE);
    CHECK(rack.cookbook.n_bands[0] > 2);
    char* const text = text_of(&rack, NULL);
    const char* p = text;
    take(&p, "nodes = [ { type = builtin name = eq label = param_eq config = {");
    for (unsigned channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
        take(&p, channel ? "] filters2 = [" : "filters1 = [");
        take_filter(&p, "bq_highshelf", 0, rack.cookbook.preamp_db, 1);
        for (unsigned i = 0; i < rack.cookbook.n_bands[channel]; ++i) {
            const TareBand* const band = &rack.cookbook.bands[channel][i];
            REQUIRE(tare_band_type_has_gain(band->type));
            take_filter(&p, labels[band->type], band->freq_hz, band->gain_db, band->q);
        }
    }
    take(&p, param_eq_end);
    take_end(&p);
    free(text);
}

static void test_every_type_has_its_label(void)
{
    static const char* const labels[TARE_N_BAND_TYPES] = {
        "bq_peaking",  "bq_lowshelf", "bq_highshelf", "bq_lowpass",
        "bq_highpass", "bq_notch",    "bq_bandpass",  "bq_allpass"};
    for (int i = 0; i < TARE_N_BAND_TYPES; ++i)
        CHECK_STR(tare_rack_label((TareBandType)i), labels[i]);
}

int main(void)
{
    RUN(test_plugins_are_one_node);
    RUN(test_awkward_paths_stay_in_their_quotes);
    RUN(test_builtin_nodes_are_one_chain_a_channel);
    RUN(test_param_eq_has_a_list_for_each_channel);
    RUN(test_param_eq_lists_the_bands_of_the_cookbook);
    RUN(test_every_type_has_its_label);
    return check_done();
}
