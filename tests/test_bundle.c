/* The presets of the built bundle as hosts list them: how many, how they are called and sorted,
   what they state. */

#include "base/text.h"
#include "helpers/check.h"
#include "helpers/lv2_host.h"
#include "lv2/lv2_preset.h"
#include "settings.h"
#include "shipped.h"

#include <lv2/presets/presets.h>
#include <stdlib.h>
#include <strings.h>

typedef struct {
    char *uri, *label;
} Listed;

static Lv2Host* host;
static Listed listed[TARE_MAX_SHIPPED + 1]; ///< the first one is flat
static size_t n_listed;

static LilvNode* object_of(const char* subject, const char* predicate)
{
    LilvNode* s = lilv_new_uri(lv2_host_world(host), subject);
    LilvNode* p = lilv_new_uri(lv2_host_world(host), predicate);
    LilvNode* object = lilv_world_get(lv2_host_world(host), s, p, NULL);
    lilv_node_free(p);
    lilv_node_free(s);
    return object;
}

/** The text of a literal or the URI of a node, to be freed; NULL when there is none. */
static char* text_of(const char* subject, const char* predicate)
{
    LilvNode* object = object_of(subject, predicate);
    const char* const value = object ? lilv_node_as_string(object) : NULL;
    char* const text = value ? tare_text_copy(value, strlen(value)) : NULL;
    lilv_node_free(object);
    return text;
}

static int by_uri(const void* a, const void* b)
{
    return strcmp(((const Listed*)a)->uri, ((const Listed*)b)->uri);
}

/** Only with the manifest, which is what most hosts list from. */
static void test_there_are_not_too_many(void)
{
    LilvNodes* presets = lv2_host_presets(host);
    CHECK(lilv_nodes_size(presets) > 0 && lilv_nodes_size(presets) <= 250);
    REQUIRE(lilv_nodes_size(presets) <= TARE_MAX_SHIPPED + 1);
    LILV_FOREACH(nodes, it, presets)
    {
        const char* const uri = lilv_node_as_uri(lilv_nodes_get(presets, it));
        Listed* const preset = &listed[n_listed++];
        preset->uri = tare_text_copy(uri, strlen(uri));
        preset->label = text_of(uri, LILV_NS_RDFS "label");
        REQUIRE(preset->uri && preset->label);
    }
    lilv_nodes_free(presets);
    qsort(listed, n_listed, sizeof *listed, by_uri);
}

/** As a person sorts them, for whom case does not count. */
static void test_uris_are_in_the_order_of_labels_and_no_label_is_there_twice(void)
{
    for (size_t i = 1; i < n_listed; ++i)
        if (strcasecmp(listed[i - 1].label, listed[i].label) >= 0)
            CHECK_STR(listed[i - 1].label, listed[i].label);
}

/** First by URI, as Carla and MOD list presets, and byte for byte by label, as Ardour does, also
   with presets of the listener's. */
static void test_the_flat_one_is_the_first_and_all_defaults(void)
{
    REQUIRE(n_listed > 1);
    CHECK_STR(listed[0].uri, TARE_LV2_FLAT_URI);
    CHECK_STR(listed[0].label, "(Flat)");
    CHECK(strcmp(listed[0].uri, "urn:tare:preset:0") < 0);
    for (size_t i = 1; i < n_listed; ++i)
        CHECK(strcmp(listed[0].label, listed[i].label) < 0);
    CHECK(strcmp(listed[0].label, "0") < 0);
    CHECK(lv2_host_load_preset(host, listed[0].uri) > 0);
    for (uint32_t k = 4; k < tare_ports_count(2); ++k) {
        const TarePort port = tare_port(2, k);
        if (tare_port_is_correction(port.role))
            CHECK(*lv2_host_control(host, tare_port_text(2, k).symbol) == port.def);
    }
}

/** "Brand - Model (source)": Ardour's browser makes columns of it. */
static void test_labels_have_their_form(void)
{
    for (size_t i = 1; i < n_listed; ++i) {
        const char* const label = listed[i].label;
        const char* const model = strstr(label, " - ");
        const char* const source = model ? strstr(model, " (") : NULL;
        if (model == label || !source || source == model + 2 || label[strlen(label) - 1] != ')')
            CHECK_STR(label, "Brand - Model (source)");
    }
}

/** Without a comment Ardour takes a preset for the user's own, and deletes it on request. */
static void test_every_preset_has_a_comment(void)
{
    for (size_t i = 0; i < n_listed; ++i) {
        char* const comment = text_of(listed[i].uri, LILV_NS_RDFS "comment");
        REQUIRE(comment);
        CHECK(i == 0 ? *comment
                     : !strncmp(comment, "Kind: ", 6) && strstr(comment, "Preamp in dB: ") &&
                           strstr(comment, "Licence: "));
        free(comment);
    }
}

/** The bank that belongs to a label, to be freed. */
static char* bank_of_label(const char* label)
{
    char uri[1024];
    snprintf(uri, sizeof uri, "%s", label);
    char* const end = strstr(uri, " - ");
    if (end)
        *end = '\0';
    char* const brand = tare_lv2_preset_brand(uri);
    snprintf(uri, sizeof uri, "urn:tare:bank:%s", brand ? brand : "");
    free(brand);
    return tare_text_copy(uri, strlen(uri));
}

static void test_every_preset_is_in_the_bank_of_its_brand(void)
{
    for (size_t i = 1; i < n_listed; ++i) {
        char* const bank = text_of(listed[i].uri, LV2_PRESETS__bank);
        char* const wanted = bank_of_label(listed[i].label);
        CHECK_STR(bank, wanted);
        REQUIRE(bank);
        char* const type = text_of(bank, LILV_NS_RDF "type");
        char* const label = text_of(bank, LILV_NS_RDFS "label");
        CHECK_STR(type, LV2_PRESETS__Bank);
        CHECK(label && *label);
        free(label);
        free(type);
        free(wanted);
        free(bank);
    }
}

/** Values are looked for where the manifest says, and in no manifest. */
static void test_no_value_is_in_a_manifest(void)
{
    for (size_t i = 0; i < n_listed; ++i) {
        LilvNode* const port = object_of(listed[i].uri, LV2_CORE__port);
        CHECK(!port);
        lilv_node_free(port);
        char* const file = text_of(listed[i].uri, LILV_NS_RDFS "seeAlso");
        CHECK(file && strstr(file, i == 0 ? "/flat.ttl" : "/presets-"));
        free(file);
    }
}

/** A preset states each port that a correction decides, within its range, and no other: not
    `enabled` above all. */
static void test_every_port_of_a_correction_is_stated_and_no_other(void)
{
    const float untouched = -12345.0f;
    for (size_t i = 0; i < n_listed; ++i) {
        unsigned n_wanted = 0;
        for (uint32_t k = 4; k < tare_ports_count(2); ++k)
            *lv2_host_control(host, tare_port_text(2, k).symbol) = untouched;
        const unsigned n_set = lv2_host_load_preset(host, listed[i].uri);
        for (uint32_t k = 4; k < tare_ports_count(2); ++k) {
            const TarePort port = tare_port(2, k);
            const float value = *lv2_host_control(host, tare_port_text(2, k).symbol);
            const bool is_stated = tare_port_is_correction(port.role);
            CHECK(is_stated ? value >= port.min && value <= port.max : value == untouched);
            n_wanted += is_stated;
        }
        CHECK(n_set == n_wanted && n_wanted > 5 * TARE_MAX_BANDS);
        CHECK(*lv2_host_control(host, "enabled") == untouched);
    }
}

static void forget(void)
{
    for (size_t i = 0; i < n_listed; ++i) {
        free(listed[i].uri);
        free(listed[i].label);
    }
    lv2_host_free(host);
}

int main(void)
{
    char path[4096];
    const char* const build = getenv("TARE_BUILD_DIR");
    snprintf(path, sizeof path, "%s/lv2/tare.lv2", build ? build : "build");
    host = lv2_host_new(path, "urn:tare:eq");
    if (!host)
        return 1;
    RUN(test_there_are_not_too_many);
    RUN(test_uris_are_in_the_order_of_labels_and_no_label_is_there_twice);
    RUN(test_labels_have_their_form);
    RUN(test_every_preset_has_a_comment);
    RUN(test_every_preset_is_in_the_bank_of_its_brand);
    RUN(test_no_value_is_in_a_manifest);
    RUN(test_every_port_of_a_correction_is_stated_and_no_other);
    RUN(test_the_flat_one_is_the_first_and_all_defaults);
    forget();
    return check_done();
}
